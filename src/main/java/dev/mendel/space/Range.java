package dev.mendel.space;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A number between two others, both included, walked on a scale.
public sealed interface Range extends Hyperparameter permits IntegerRange, RealRange, Stepped {
    Scale scale();

    /// The values of a grid as declared; null where none were.
    @Nullable
    List<Value> gridded();

    /// The lower end.
    Value lowest();

    /// The upper end.
    Value highest();

    /// The number at a place of the scale.
    ///
    /// @param unit from 0 to 1
    Value at(double unit);

    /// The same with other grid values, condition and default.
    Range with(@Nullable List<Value> grid, Condition condition, @Nullable Value declaredDefault);

    @Override
    default Hyperparameter with(Condition condition, @Nullable Value declaredDefault) {
        return with(gridded(), condition, declaredDefault);
    }

    @Override
    default boolean isOrdered() {
        return true;
    }

    @Override
    default List<Value> extremes() {
        return List.of(lowest(), highest());
    }

    @Override
    default boolean takesReals() {
        return lowest() instanceof Value.Real;
    }

    @Override
    default Value sample(RandomGenerator random) {
        return at(random.nextDouble());
    }
}
