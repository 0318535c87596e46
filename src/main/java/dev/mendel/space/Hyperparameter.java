package dev.mendel.space;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One thing that can be chosen. Immutable. Constructors check everything that concerns one hyperparameter and
/// throw [IllegalArgumentException]; faults that concern others (names, conditions) are found by [SearchSpace].
public sealed interface Hyperparameter permits Choice, Range {

    /// The name, unique in its space.
    String name();

    /// The kind, as experiment files call it: `choices`, `ordered`, `integer` or `real`.
    String word();

    /// When it takes part.
    Condition condition();

    /// The default value as declared; see [#defaultValue].
    @Nullable
    Value declaredDefault();

    /// The value taken where nothing else is said.
    default Optional<Value> defaultValue() {
        return Optional.ofNullable(declaredDefault());
    }

    /// Whether the value may be chosen.
    boolean contains(Value value);

    /// The value that stands for all values that mean the same as this one. Idempotent.
    ///
    /// @throws IllegalArgumentException if the space does not contain the value
    Value canonical(Value value);

    /// A value drawn uniformly, on the hyperparameter's scale.
    Value sample(RandomGenerator random);

    /// The place of a value on the hyperparameter's scale, from 0 (first, lowest) to 1 (last, highest).
    double unit(Value value);

    /// The values an exhaustive search visits, in order, each canonical value once; empty where none were
    /// declared.
    List<Value> grid();

    /// Whether its values have an order, so that neighbours are alike.
    boolean isOrdered();

    /// Whether its values are real numbers, so that a whole one stands for a real one.
    boolean takesReals();

    /// Whether all its values are numbers, whole or real.
    default boolean isNumeric() {
        return extremes().stream().allMatch(value -> value instanceof Value.Whole || value instanceof Value.Real);
    }

    /// The values that stand for all where each of them has to be checked: every choice, or a range's ends.
    List<Value> extremes();

    /// The distance of two values, from 0 to 1: on the scale, or 1 for different ones without an order.
    default double distance(Value one, Value other) {
        return one.equals(other) ? 0 : isOrdered() ? Math.abs(unit(one) - unit(other)) : 1;
    }

    /// The values of a grid as they are written: equivalent ones each for itself.
    default List<Value> written() {
        return grid();
    }

    /// The number of values that are told apart when a population's diversity is measured: each choice for
    /// itself, numbers in ranges by tenths of their scale.
    int bucket(Value value);

    /// The allowed values, for messages: `one of sgd, adam`, `a number from 0.0001 to 1.0`.
    String allowed();

    /// The same with another condition and another default value.
    Hyperparameter with(Condition condition, @Nullable Value declaredDefault);

    /// The same, taking part only where an earlier hyperparameter has one of some values, and where all that
    /// was said before holds too.
    default Hyperparameter when(String earlier, Object... values) {
        return with(condition().and(new Condition.Requirement(earlier, Value.all(values))), declaredDefault());
    }

    /// The same, with a value that is taken where nothing else is said.
    default Hyperparameter withDefault(Object value) {
        return with(condition(), Value.of(value));
    }

    /// Alternatives without an order: texts, numbers, booleans.
    static Hyperparameter choices(String name, Object... values) {
        return new Categorical(name, Value.all(values), List.of(), Condition.ALWAYS, null);
    }

    /// Values from least to most; neighbours are alike.
    static Hyperparameter ordered(String name, Object... values) {
        return new Ordered(name, Value.all(values), Condition.ALWAYS, null);
    }

    /// A whole number from `low` to `high`, both included.
    static Hyperparameter integer(String name, long low, long high) {
        return IntegerRange.of(name, low, high, Scale.LINEAR);
    }

    /// The same, walked in equal ratios.
    static Hyperparameter integerLog(String name, long low, long high) {
        return IntegerRange.of(name, low, high, Scale.LOG);
    }

    /// A whole number: `low`, `low` + `step`, … up to `high`.
    static Hyperparameter integerSteps(String name, long low, long high, long step) {
        return Stepped.of(name, new Value.Whole(low), new Value.Whole(high), new Value.Whole(step));
    }

    /// A real number from `low` to `high`, both included.
    static Hyperparameter real(String name, double low, double high) {
        return RealRange.of(name, low, high, Scale.LINEAR);
    }

    /// The same, walked in equal ratios.
    static Hyperparameter realLog(String name, double low, double high) {
        return RealRange.of(name, low, high, Scale.LOG);
    }

    /// A real number: `low`, `low` + `step`, … up to `high`.
    static Hyperparameter realSteps(String name, double low, double high, double step) {
        return Stepped.of(name, new Value.Real(low), new Value.Real(high), new Value.Real(step));
    }
}
