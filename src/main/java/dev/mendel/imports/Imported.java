package dev.mendel.imports;

import dev.mendel.experiment.yaml.Fault;
import dev.mendel.trial.Direction;
import java.util.Comparator;
import java.util.List;

/// The trials that a file has for an experiment.
///
/// @param source the file, as the user wrote it, with what tells which of its contents were read
/// @param trials at least one, each configuration once, in the order of the file
/// @param leftOut why the others can't be taken, in the order of the file
/// @param unused the names of the file that mean nothing to the experiment, in the order of the file
public record Imported(String source, List<ImportedTrial> trials, List<Fault> leftOut, List<String> unused) {
    public Imported {
        trials = List.copyOf(trials);
        leftOut = List.copyOf(leftOut);
        unused = List.copyOf(unused);
    }

    /// The trials, best first; of equals the first of the file, and those without a value last.
    public List<ImportedTrial> bestFirst(Direction direction) {
        return trials.stream()
                .sorted(Comparator.comparingDouble(trial -> -score(trial, direction)))
                .toList();
    }

    private static double score(ImportedTrial trial, Direction direction) {
        return trial.value().isPresent()
                ? direction.score(trial.value().getAsDouble()).value()
                : Double.NEGATIVE_INFINITY;
    }
}
