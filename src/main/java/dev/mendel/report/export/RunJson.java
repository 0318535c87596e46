package dev.mendel.report.export;

import dev.mendel.report.MendelJson;
import dev.mendel.search.GenerationSummary;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.store.Group;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredIndividual;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.FoldRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a run has kept, as one JSON object: its description, its trials with their folds and epochs,
/// its generations and individuals. Missing parts are left out, or null among numbers. Values are the
/// objective's own.
public final class RunJson {
    private final StoredRun run;
    private final Direction direction;
    private final GoalMarks marks;

    private RunJson(StoredRun run) {
        this.run = run;
        this.direction = run.manifest().direction();
        this.marks = GoalMarks.of(run);
    }

    /// The object, as text on several lines.
    ///
    /// @param run a snapshot
    public static String of(StoredRun run) {
        return MendelJson.lines(new RunJson(run).object());
    }

    private record RunObject(
            String run,
            String experiment,
            String strategy,
            String direction,
            long seed,
            String created,
            String data,
            double elapsedSeconds,
            String text,
            @Nullable String group,
            Map<String, String> provenance,
            List<TrialObject> trials,
            List<GenerationObject> generations,
            List<IndividualObject> individuals) {}

    /// @param outcome the score or value with its spread, or the failure; whether it is on the front and within
    ///     constraints, where there are such
    private record TrialObject(
            long trial,
            int generation,
            String state,
            long seed,
            Configuration configuration,
            @MendelJson.Inline Map<String, Object> outcome,
            @Nullable String takenFrom,
            double seconds,
            List<FoldObject> folds,
            @Nullable TestObject test) {}

    private record FoldObject(
            int fold,
            int worker,
            @Nullable String host,
            String started,
            @MendelJson.Inline Map<String, Object> result,
            double seconds,
            Map<String, Double> measures,
            List<EpochObject> epochs) {}

    private record EpochObject(int epoch, double loss, Map<String, Double> measures) {}

    private record TestObject(
            @MendelJson.Inline Map<String, Object> result, double seconds, Map<String, Double> measures) {}

    private record GenerationObject(
            int generation,
            double best,
            double mean,
            double spread,
            double diversity,
            int trained,
            int remembered,
            int failed,
            List<Long> population) {}

    private record IndividualObject(long individual, int born, long trial, List<Value> genotype) {}

    private RunObject object() {
        Manifest manifest = run.manifest();
        return new RunObject(
                run.directory().name(),
                manifest.experiment(),
                manifest.kind().word(),
                direction.name().toLowerCase(Locale.ROOT),
                manifest.seed().value(),
                manifest.created().toString(),
                manifest.dataHash(),
                run.status().elapsed().toMillis() / 1000.0,
                manifest.text(),
                run.group().map(Group::name).orElse(null),
                manifest.provenance(),
                run.trials().stream().map(this::trial).toList(),
                generations(),
                run.individuals().stream().map(RunJson::individual).toList());
    }

    private TrialObject trial(StoredTrial trial) {
        Map<Integer, List<FoldResult.Epoch>> epochs = run.epochs(trial.trial().id());
        var folds = new ArrayList<FoldObject>();
        for (FoldRun fold : trial.folds()) {
            folds.add(fold(fold, epochs.getOrDefault(fold.fold(), List.of())));
        }
        return new TrialObject(
                trial.trial().id().number(),
                trial.generation(),
                trial.state().word(),
                trial.trial().seed().value(),
                trial.trial().configuration(),
                entries(trial),
                trial.takenFrom().orElse(null),
                trial.time().toNanos() / 1e9,
                folds,
                run.test(trial.trial().id()).map(this::test).orElse(null));
    }

    private Map<String, Object> entries(StoredTrial trial) {
        Map<String, Object> entries = trial.outcome().map(this::outcome).orElseGet(LinkedHashMap::new);
        marks.of(trial).forEach((name, mark) -> entries.put(name.replace(' ', '-'), mark));
        return entries;
    }

    private Map<String, Object> outcome(Outcome outcome) {
        var entries = new LinkedHashMap<String, Object>();
        switch (outcome) {
            case Outcome.Finished finished -> {
                entries.put(direction.noun(), direction.value(finished.mean()));
                entries.put("spread", finished.standardDeviation());
            }
            case Outcome.Stopped stopped -> entries.put("stopped-rung", stopped.rung());
            case Outcome.Failed failed -> {
                entries.put("failed-fold", failed.fold());
                entries.put("failure", failed.reason());
            }
        }
        if (!outcome.rungs().isEmpty()) {
            entries.put("rungs", outcome.rungs().stream().map(direction::value).toList());
        }
        return entries;
    }

    private FoldObject fold(FoldRun run, List<FoldResult.Epoch> epochs) {
        FoldResult result = run.result();
        return new FoldObject(
                run.fold(),
                run.worker(),
                run.host(),
                run.started().toString(),
                value(result),
                result.time().toNanos() / 1e9,
                result.measures(),
                epochs.stream()
                        .map(epoch -> new EpochObject(epoch.number(), epoch.loss(), epoch.measures()))
                        .toList());
    }

    private TestObject test(FoldResult result) {
        return new TestObject(value(result), result.time().toNanos() / 1e9, result.measures());
    }

    private Map<String, Object> value(FoldResult result) {
        return Map.of(direction.noun(), direction.value(result.score()));
    }

    private List<GenerationObject> generations() {
        List<List<Long>> members = run.members();
        var generations = new ArrayList<GenerationObject>();
        for (GenerationSummary scored : run.generations()) {
            GenerationSummary summary = scored.valued(direction);
            generations.add(new GenerationObject(
                    summary.number(),
                    summary.best(),
                    summary.mean(),
                    summary.spread(),
                    summary.diversity(),
                    summary.trained(),
                    summary.remembered(),
                    summary.failed(),
                    members.get(generations.size())));
        }
        return generations;
    }

    private static IndividualObject individual(StoredIndividual individual) {
        return new IndividualObject(
                individual.number(), individual.born(), individual.trial().number(), individual.genotype());
    }
}
