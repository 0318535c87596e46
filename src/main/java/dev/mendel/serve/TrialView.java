package dev.mendel.serve;

import dev.mendel.experiment.Experiment;
import dev.mendel.report.MendelJson;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredIndividual;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is known of a trial. Values are the objective's own.
///
/// @param name the file name of its exports
/// @param seed as a text, since scripts have no numbers of this length
/// @param state `open`, `finished`, `failed` or `stopped`
/// @param goingOn whether a process works on the run
/// @param value the mean of the folds; null where it is not finished
/// @param rungs the values at the rungs it passed before its outcome
/// @param failure why it has failed; null where it has not
/// @param takenFrom the run that had finished it; null for none
/// @param test on data that no fold has seen; null where it was not tested
/// @param command how its program is called; null where there is none
/// @param log the lines of the run's log that name it
record TrialView(
        String name,
        String run,
        String experiment,
        long trial,
        int generation,
        String seed,
        String state,
        boolean goingOn,
        Direction direction,
        @Nullable Double value,
        double deviation,
        double seconds,
        List<Double> rungs,
        @Nullable String failure,
        @Nullable String takenFrom,
        @Nullable Double test,
        Map<String, Double> tested,
        Map<String, String> configuration,
        @Nullable String command,
        List<Fold> folds,
        List<Relative> parents,
        List<Relative> children,
        int childrenLeftOut,
        TrialLog log) {
    private static final int MOST_RELATIVES = 100;

    /// A finished fold.
    ///
    /// @param number from 1
    /// @param worker from 1; 0 for one that another run has evaluated, −1 for one that was told
    /// @param place the `host`, where it is another machine than the session's
    /// @param epochs what was measured after each
    record Fold(
            int number,
            double value,
            double seconds,
            int worker,
            @MendelJson.Inline Map<String, String> place,
            Instant started,
            Map<String, Double> measures,
            List<Epoch> epochs) {}

    /// An epoch: its own number, and the loss among the measures.
    record Epoch(int number, Map<String, Double> measures) {}

    /// A trial that this one was bred from, or that was bred from this one.
    record Relative(long trial, int generation, @Nullable Double value, Map<String, String> configuration) {}

    /// @throws StoreException if there is no such trial
    static TrialView of(StoredRun run, Experiment experiment, TrialId id) {
        StoredTrial trial = run.trial(id)
                .orElseThrow(() -> new StoreException(run.directory() + ": there is no trial " + id.number()));
        Direction direction = run.manifest().direction();
        List<StoredIndividual> births = run.individuals();
        Set<Long> own = numbers(births.stream().filter(birth -> birth.trial().equals(id)));
        Set<Long> parents = births.stream()
                .filter(birth -> own.contains(birth.number()))
                .flatMap(birth -> birth.parents().stream())
                .collect(Collectors.toSet());
        List<TrialId> children = births.stream()
                .filter(birth -> birth.parents().stream().anyMatch(own::contains))
                .map(StoredIndividual::trial)
                .distinct()
                .toList();
        var test = run.test(id);
        Outcome outcome = trial.outcome().orElse(null);
        return new TrialView(
                run.directory().name() + "-trial-" + id.number(),
                run.directory().name(),
                experiment.name(),
                id.number(),
                trial.generation(),
                Long.toString(trial.trial().seed().value()),
                trial.state().word(),
                run.status().active(),
                direction,
                value(trial, direction),
                outcome instanceof Outcome.Finished finished ? finished.standardDeviation() : Double.NaN,
                trial.time().toNanos() / 1e9,
                outcome == null
                        ? List.of()
                        : outcome.rungs().stream().map(direction::value).toList(),
                outcome instanceof Outcome.Failed failed ? failed.reason() : null,
                trial.takenFrom().orElse(null),
                test.map(result -> direction.value(result.score())).orElse(null),
                test.map(FoldResult::measures).orElse(Map.of()),
                configuration(trial),
                experiment.objective().command(trial.trial()).orElse(null),
                trial.folds().stream().map(fold -> fold(fold, direction)).toList(),
                relatives(
                        run,
                        births.stream()
                                .filter(birth -> parents.contains(birth.number()))
                                .map(StoredIndividual::trial)
                                .distinct()),
                relatives(run, children.stream().limit(MOST_RELATIVES)),
                Math.max(0, children.size() - MOST_RELATIVES),
                TrialLog.of(run.directory(), id));
    }

    private static Set<Long> numbers(Stream<StoredIndividual> births) {
        return births.map(StoredIndividual::number).collect(Collectors.toSet());
    }

    private static @Nullable Double value(StoredTrial trial, Direction direction) {
        return trial.score().isPresent()
                ? (Double)
                        direction.value(trial.outcome().flatMap(Outcome::score).orElseThrow())
                : null;
    }

    private static Map<String, String> configuration(StoredTrial trial) {
        var values = new LinkedHashMap<String, String>();
        trial.trial().configuration().values().forEach((name, value) -> values.put(name, value.display()));
        return values;
    }

    private static Fold fold(FoldRun fold, Direction direction) {
        FoldResult result = fold.result();
        return new Fold(
                fold.fold() + 1,
                direction.value(result.score()),
                result.time().toNanos() / 1e9,
                fold.worker(),
                fold.host() == null ? Map.of() : Map.of("host", fold.host()),
                fold.started(),
                result.measures(),
                result.epochs().stream().map(TrialView::epoch).toList());
    }

    private static Epoch epoch(FoldResult.Epoch epoch) {
        var measures = new LinkedHashMap<String, Double>();
        if (Double.isFinite(epoch.loss())) {
            measures.put("loss", epoch.loss());
        }
        measures.putAll(epoch.measures());
        return new Epoch(epoch.number(), measures);
    }

    private static List<Relative> relatives(StoredRun run, Stream<TrialId> trials) {
        Direction direction = run.manifest().direction();
        return trials.flatMap(id -> run.trial(id).stream())
                .map(trial -> new Relative(
                        trial.trial().id().number(), trial.generation(), value(trial, direction), configuration(trial)))
                .toList();
    }
}
