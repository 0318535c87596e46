package dev.mendel.imports;

import dev.mendel.space.Configuration;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Moments;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// A configuration that was tried elsewhere, and what came out.
///
/// @param origin its place in the file, for people: `line 12`
/// @param configuration one of the experiment's space
/// @param values the objective's own values, finite: one for each fold if they are known by fold, else their mean
///     alone; empty where only the configuration is known
/// @param epochs its learning curve, by ascending number; may be empty
/// @param time how long it took; zero where that is not known
public record ImportedTrial(
        String origin, Configuration configuration, List<Double> values, List<FoldResult.Epoch> epochs, Duration time) {
    public ImportedTrial {
        values = List.copyOf(values);
        epochs = List.copyOf(epochs);
    }

    /// The mean of the values; empty where there are none.
    public OptionalDouble value() {
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Moments.mean(
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
