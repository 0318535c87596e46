package dev.mendel.bench.landscape;

import dev.mendel.space.Hyperparameter;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The unit cube of so many dimensions, as a search space.
record Cube(List<String> names) {
    static Cube of(int dimensions) {
        return new Cube(IntStream.range(0, dimensions).mapToObj(d -> "x" + d).toList());
    }

    /// @param value of a place
    Landscape landscape(double least, ToDoubleFunction<double[]> value) {
        List<Hyperparameter> axes = new ArrayList<>();
        names.forEach(name -> axes.add(RealRange.of(name, 0, 1, Scale.LINEAR)));
        var space = new SearchSpace(axes);
        return new Landscape(space, least, configuration -> {
            double[] at = new double[names.size()];
            Arrays.setAll(at, d -> configuration.real(names.get(d)));
            return value.applyAsDouble(at);
        });
    }
}
