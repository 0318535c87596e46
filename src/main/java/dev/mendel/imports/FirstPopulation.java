package dev.mendel.imports;

import dev.mendel.experiment.Experiment;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Imported configurations as members of an experiment's first population.
public final class FirstPopulation {
    private FirstPopulation() {}

    /// The configurations that the experiment has itself, then the imported ones, best first.
    ///
    /// @param room the most that there may be
    public static List<Map<String, Value>> of(Experiment experiment, Imported imported, int room) {
        Set<Map<String, Value>> members = new LinkedHashSet<>(experiment.initial());
        imported.bestFirst(experiment.direction())
                .forEach(trial -> members.add(trial.configuration().values()));
        List<Map<String, Value>> all = new ArrayList<>(members);
        return List.copyOf(all.subList(0, Math.min(all.size(), room)));
    }
}
