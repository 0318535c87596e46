package dev.mendel.imports;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.yaml.Fault;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects trials from a file: of those with the same configuration the first counts.
final class Harvest {
    /// So many reasons are told where nothing can be taken.
    private static final int TOLD = 20;

    private final Map<Configuration, ImportedTrial> trials = new LinkedHashMap<>();
    private final List<Fault> leftOut = new ArrayList<>();
    private int rows;

    /// A row that can be taken.
    void take(ImportedTrial trial, Place place) {
        rows++;
        ImportedTrial first = trials.putIfAbsent(trial.configuration(), trial);
        if (first != null) {
            leftOut.add(new Fault(
                    place, "", "is the configuration of " + first.origin() + " again" + difference(first, trial)));
        }
    }

    /// A row that can't be taken.
    ///
    /// @param why at least one reason
    void leave(List<Fault> why) {
        rows++;
        leftOut.addAll(why);
    }

    /// What has been collected.
    ///
    /// @param nouns what the file consists of, for people: `rows`
    /// @throws ExperimentException if no row can be taken
    Imported imported(String source, Place file, String nouns, List<String> unused) throws ExperimentException {
        if (trials.isEmpty()) {
            var faults = new ArrayList<>(leftOut.subList(0, Math.min(TOLD, leftOut.size())));
            faults.add(new Fault(
                    file, "", rows == 0 ? "has no " + nouns : "none of its " + rows + " " + nouns + " can be taken"));
            throw new ExperimentException(faults);
        }
        return new Imported(source, List.copyOf(trials.values()), leftOut, unused);
    }

    private static String difference(ImportedTrial first, ImportedTrial second) {
        if (first.value().isEmpty() || second.value().isEmpty() || first.value().equals(second.value())) {
            return "";
        }
        return ", with " + shown(second) + " instead of " + shown(first) + "; the first counts";
    }

    private static String shown(ImportedTrial trial) {
        return new Value.Real(trial.value().orElseThrow()).display();
    }
}
