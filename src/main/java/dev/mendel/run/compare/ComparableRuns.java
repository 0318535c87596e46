package dev.mendel.run.compare;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.compare.ComparedRun;
import dev.mendel.report.compare.ComparedRun.Role;
import dev.mendel.report.compare.ScoreUnit;
import dev.mendel.run.Coverage;
import dev.mendel.run.Landscape;
import dev.mendel.search.RunKind;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Goals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out whether runs may be compared, and the role of each.
public final class ComparableRuns {
    private final List<Entry> entries;
    private final Entry first;

    /// A run and its experiment.
    private record Entry(StoredRun run, Experiment experiment, RunKind kind, Landscape landscape) {
        static Entry of(StoredRun run) throws ExperimentException {
            Experiment experiment = ExperimentFile.of(run);
            return new Entry(run, experiment, run.manifest().kind(), Landscape.of(run, experiment));
        }

        Goals goals() {
            return run.manifest().goals();
        }

        boolean isRetestOf(Entry other) {
            return experiment.name().equals(other.experiment.retestName());
        }
    }

    private ComparableRuns(List<Entry> entries) {
        this.entries = entries;
        this.first = entries.stream()
                .filter(entry -> entries.stream().noneMatch(entry::isRetestOf))
                .filter(entry -> entry.kind() != RunKind.ROUNDS)
                .findFirst()
                .orElseThrow(() -> new StoreException("none of these runs is a search: "
                        + entries.stream()
                                .map(entry -> entry.run().directory().name())
                                .collect(Collectors.joining(", "))));
    }

    /// The parts that runs play in a comparison, in their order.
    ///
    /// @throws StoreException if they can't be compared: they score or judge otherwise, or none of them is a search
    /// @throws ExperimentException if this version does not understand a run's experiment
    public static List<ComparedRun> of(List<StoredRun> runs) throws ExperimentException {
        var entries = new ArrayList<Entry>();
        for (StoredRun run : runs) {
            entries.add(Entry.of(run));
        }
        return new ComparableRuns(entries).contenders();
    }

    /// The unit of the runs' scores.
    ///
    /// @throws ExperimentException if this version does not understand the run's experiment
    public static ScoreUnit unit(StoredRun run) throws ExperimentException {
        return new ScoreUnit(
                run.manifest().direction(), ExperimentFile.of(run).objective().isShare());
    }

    /// Makes sure that runs score configurations alike and judge them by the same objectives and constraints.
    ///
    /// @param runs at least one
    /// @throws StoreException if they don't
    /// @throws ExperimentException if this version does not understand a run's experiment
    public static void requireComparable(List<StoredRun> runs) throws ExperimentException {
        Entry first = Entry.of(runs.getFirst());
        for (StoredRun run : runs) {
            requireComparable(first, Entry.of(run));
        }
    }

    private List<ComparedRun> contenders() throws ExperimentException {
        Set<String> varied = varied();
        var contenders = new ArrayList<ComparedRun>();
        for (Entry entry : entries) {
            boolean retest = entry.isRetestOf(first);
            if (!retest) {
                requireComparable(first, entry);
            }
            contenders.add(retest ? retest(entry) : search(entry, varied));
        }
        return contenders;
    }

    private static ComparedRun retest(Entry entry) {
        return new ComparedRun(entry.run(), "", entry.kind() == RunKind.ROUNDS ? Role.FRESH_PAIRS : Role.FOLDS_AGAIN);
    }

    private static ComparedRun search(Entry entry, Set<String> varied) throws ExperimentException {
        var coverage = Coverage.of(entry.run());
        boolean complete = coverage.filter(Coverage::isComplete).isPresent()
                && entry.experiment().configurations().isEmpty();
        if (complete && entry.run().status().stopped() > 0) {
            return new ComparedRun(entry.run(), "grid with stopping", Role.SEARCH);
        }
        if (complete) {
            return new ComparedRun(entry.run(), "complete grid", Role.COMPLETE_GRID);
        }
        String word = entry.kind().word();
        String arm = coverage.map(part -> word + " (" + part + " points)")
                .orElseGet(() -> entry.kind() == RunKind.EVOLUTION ? word + shown(entry, varied) : word);
        return new ComparedRun(entry.run(), arm, Role.SEARCH);
    }

    /// The settings in which the evolutions among the runs differ.
    private Set<String> varied() {
        var values = new LinkedHashMap<String, Set<String>>();
        for (Entry entry : entries) {
            if (entry.kind() == RunKind.EVOLUTION) {
                settings(entry)
                        .forEach((name, value) -> values.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                                .add(value));
            }
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> settings(Entry entry) {
        EvolutionSettings settings = entry.experiment().evolution();
        return ExperimentFile.text(settings);
    }

    /// ` (mentha)`, ` (population 10, individuality 0.75)`, or nothing where nothing varies.
    private static String shown(Entry entry, Set<String> varied) {
        if (varied.isEmpty()) {
            return "";
        }
        EvolutionSettings evolution = entry.experiment().evolution();
        if (evolution.equals(EvolutionSettings.defaults())) {
            return " (default)";
        }
        if (evolution.equals(EvolutionSettings.mentha())) {
            return " (mentha)";
        }
        Map<String, String> settings = settings(entry);
        return varied.stream()
                .map(name -> name + " " + settings.get(name))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static void requireComparable(Entry first, Entry entry) {
        var differences = new ArrayList<>(first.landscape().differences(entry.landscape()));
        differences.addAll(first.goals().differences(entry.goals()));
        if (!differences.isEmpty()) {
            throw new StoreException(entry.run().directory() + ": can't be compared with "
                    + first.run().directory() + ": " + String.join("; ", differences));
        }
    }
}
