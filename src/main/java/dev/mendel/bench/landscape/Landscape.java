package dev.mendel.bench.landscape;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// A function over a search space, to be minimised.
///
/// @param least its least value
/// @param value without noise; the same for the same configuration on every machine
public record Landscape(SearchSpace space, double least, ToDoubleFunction<Configuration> value) {
    private static final int SAMPLE = 501;

    /// The median of its values at configurations drawn at random.
    public double typical(RandomGenerator random) {
        double[] values = new double[SAMPLE];
        Arrays.setAll(values, _ -> value.applyAsDouble(space.canonical(space.sample(random))));
        Arrays.sort(values);
        return values[SAMPLE / 2];
    }
}
