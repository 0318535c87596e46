package dev.mendel.search.genetic;

import dev.mendel.space.Categorical;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Ordered;
import dev.mendel.space.Range;
import dev.mendel.space.Value;
import dev.mendel.trial.Gaussian;
import java.util.List;
import java.util.random.RandomGenerator;

/// Changes one value by its hyperparameter's kind: alternatives become another one, ordered values take a
/// Gaussian step on their scale, reflected at the bounds.
///
/// @param step the largest standard deviation of a step, on a scale from 0 to 1
/// @param finest the least, as a share of it; each step's lies between the two, uniformly on a log scale. 1 for
///     none but the largest
/// @param reset the probability of an entirely new value instead of a step
record Mutation(double step, double finest, double reset) {
    /// The number of times that a step is drawn again if it was too small to change a value; only numbers of a
    /// few values need it.
    private static final int TRIES = 64;
    /// By how much a step reaches further each time it is drawn again, so that it finds the next value and no
    /// farther one.
    private static final double GROWTH = 1.25;

    /// A value of another meaning; the same value only where there is no other.
    Value mutate(Hyperparameter hyperparameter, Value value, RandomGenerator random) {
        boolean fresh = random.nextDouble() < reset;
        return switch (hyperparameter) {
            case Categorical choice -> other(choice.grid(), choice.canonical(value), random);
            case Ordered choice when fresh -> other(choice.values(), value, random);
            case Ordered choice -> neighbour(choice.values(), value, random);
            case Range range -> moved(range, value, fresh, random);
        };
    }

    private static Value other(List<Value> values, Value value, RandomGenerator random) {
        if (values.size() == 1) {
            return value;
        }
        int drawn = random.nextInt(values.size() - 1);
        return values.get(drawn >= values.indexOf(value) ? drawn + 1 : drawn);
    }

    /// A step of at least one place, in either direction.
    private Value neighbour(List<Value> values, Value value, RandomGenerator random) {
        int last = values.size() - 1;
        if (last == 0) {
            return value;
        }
        double drawn = Gaussian.next(random) * step * last;
        int places = (int) Math.max(1, Math.round(Math.abs(drawn)));
        int place = values.indexOf(value) + (drawn < 0 ? -places : places);
        int reflected = reflect(place, last);
        return reflected == values.indexOf(value)
                ? values.get(reflected == last ? last - 1 : reflected + 1)
                : values.get(reflected);
    }

    private Value moved(Range range, Value value, boolean fresh, RandomGenerator random) {
        double from = range.unit(value);
        double reach = step * StrictMath.pow(finest, random.nextDouble());
        for (int i = 0; i < TRIES; i++, reach *= GROWTH) {
            double to = fresh ? random.nextDouble() : reflect(from + Gaussian.next(random) * reach);
            Value moved = range.at(to);
            if (!moved.equals(value)) {
                return moved;
            }
        }
        return range.at(from < 0.5 ? 1 : 0);
    }

    private static int reflect(int place, int last) {
        int period = 2 * last;
        int folded = Math.floorMod(place, period);
        return Math.min(folded, period - folded);
    }

    private static double reflect(double unit) {
        double folded = Math.abs(unit) % 2;
        return folded > 1 ? 2 - folded : folded;
    }
}
