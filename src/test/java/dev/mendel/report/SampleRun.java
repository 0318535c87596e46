package dev.mendel.report;

import dev.mendel.search.Budget;
import dev.mendel.search.Race;
import dev.mendel.search.RunKind;
import dev.mendel.search.Search;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Stored runs whose trials cost nothing, over the space of the Mentha report.
public final class SampleRun {
    public static final SearchSpace SPACE = Spaces.mentha();
    private static final Seed SEED = new Seed(7);
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    /// What the folds come to: digits and losses that depend on the configuration; some fail.
    public static final FakeObjective.Answer USUAL = SampleRun::answer;

    /// Nothing works.
    public static final FakeObjective.Answer FAILING = (_, fold) -> {
        throw new EvaluationException("fold " + fold + " diverged <b>&amp;</b>");
    };

    private SampleRun() {}

    public static StoredRun evolution(Path output, FakeObjective.Answer answer, int trials) {
        return run(output, RunKind.EVOLUTION, answer, trials, true);
    }

    public static StoredRun grid(Path output, FakeObjective.Answer answer, int trials) {
        return run(output, RunKind.GRID, answer, trials, true);
    }

    /// A run whose session has come to no end.
    public static StoredRun unended(Path output, int trials) {
        return run(output, RunKind.EVOLUTION, USUAL, trials, false);
    }

    /// An ended search of one of the objectives.
    public static StoredRun of(Path output, SampleObjective sample, RunKind kind, int trials) {
        return run(
                output,
                kind,
                sample.direction(),
                sample.goals(),
                sample.space(),
                sample.objective(),
                Race.NONE,
                trials,
                true);
    }

    /// The same, whose trials race over their folds.
    public static StoredRun racing(Path output, SampleObjective sample, RunKind kind, int trials) {
        Objective objective = sample.objective();
        Race race = Stopping.RUNGS.race(objective.folds(), objective.epochs());
        return run(output, kind, sample.direction(), Goals.NONE, sample.space(), objective, race, trials, true);
    }

    /// A run that holds results from elsewhere: of each trial one value, and no time.
    public static StoredRun imported(Path output, SampleObjective sample, int trials) throws Exception {
        RunDirectory directory = RunDirectory.create(output, "sample", RunKind.IMPORTED.word(), 7, NOW);
        try (RunStore store =
                RunStore.create(directory, manifest(RunKind.IMPORTED, sample.direction(), Goals.NONE), null, 1, NOW)) {
            var random = SEED.random();
            for (int i = 1; i <= trials; i++) {
                Configuration configuration =
                        sample.space().canonical(sample.space().sample(random));
                Trial trial = Trial.of(new TrialId(i), configuration, SEED);
                store.asked(0, List.of(trial));
                store.takenOver(trial, "a table");
                try {
                    FoldResult told = FoldResult.of(
                            sample.objective().evaluate(trial, 0).score().value());
                    store.foldFinished(new FoldRun(trial, 0, told, FoldRun.IMPORTED, NOW));
                    store.finished(trial, new Outcome.Finished(List.of(told)));
                } catch (EvaluationException e) {
                    store.finished(trial, new Outcome.Failed(0, String.valueOf(e.getMessage()), Duration.ZERO));
                }
            }
            store.ended(Ending.COMPLETE);
        }
        return StoredRun.open(directory);
    }

    /// An ended search at random over any space.
    public static StoredRun random(Path output, SearchSpace space, FakeObjective.Answer answer, int trials) {
        return run(output, RunKind.RANDOM, Direction.MAXIMISE, space, FakeObjective.of(1, answer), trials, true);
    }

    private static StoredRun run(Path output, RunKind kind, FakeObjective.Answer answer, int trials, boolean ended) {
        return run(output, kind, Direction.MAXIMISE, SPACE, FakeObjective.of(3, answer), trials, ended);
    }

    private static StoredRun run(
            Path output,
            RunKind kind,
            Direction direction,
            SearchSpace space,
            Objective objective,
            int trials,
            boolean ended) {
        return run(output, kind, direction, Goals.NONE, space, objective, Race.NONE, trials, ended);
    }

    private static StoredRun run(
            Path output,
            RunKind kind,
            Direction direction,
            Goals goals,
            SearchSpace space,
            Objective objective,
            Race race,
            int trials,
            boolean ended) {
        RunDirectory directory = RunDirectory.create(output, "sample", kind.word(), 7, NOW);
        Manifest manifest = manifest(kind, direction, goals);
        SearchStrategy strategy = switch (kind) {
            case GRID -> new GridSearch(space.grid());
            case RANDOM -> new RandomSearch(trials);
            case EVOLUTION, SHUFFLED_GRID, ROUNDS, IMPORTED -> new GeneticSearch(EvolutionSettings.defaults());
        };
        var known = new KnownTrials(SEED);
        var limits = new Limits(trials, () -> false);
        try (RunStore store = RunStore.create(directory, manifest, null, 2, Instant.now());
                var evaluator = new LocalEvaluator(objective, known, 2, limits, store)) {
            var search = new Search(
                    space,
                    SEED,
                    List.of(),
                    Map.of(),
                    Budget.NONE.withTrials(trials),
                    direction,
                    race,
                    null,
                    evaluator,
                    store,
                    goals);
            Ending ending = strategy.search(search);
            if (ended) {
                store.ended(ending);
            }
        }
        return StoredRun.open(directory);
    }

    private static Manifest manifest(RunKind kind, Direction direction, Goals goals) {
        return new Manifest(
                "sample",
                "experiment: sample # </script>",
                kind,
                SEED,
                NOW,
                "",
                Map.of("mendel", "test"),
                direction,
                Manifest.ARITHMETIC,
                goals);
    }

    private static FoldResult answer(Trial trial, int fold) throws EvaluationException {
        Configuration configuration = trial.configuration();
        double rate = Math.log10(configuration.real("learning-rate"));
        if (rate > -0.05) {
            throw new EvaluationException("the training diverged: in epoch 3 the loss is NaN");
        }
        double noise = trial.seed().derive("fold", fold).random().nextDouble() / 50;
        double score = 0.9 - Math.abs(rate + 2) / 10 + (configuration.has("lambda") ? 0.05 : 0) + noise;
        List<FoldResult.Epoch> epochs = List.of(
                new FoldResult.Epoch(1, 2 - score, Map.of("accuracy", score / 2)),
                new FoldResult.Epoch(2, 1.5 - score, Map.of("accuracy", score)));
        return new FoldResult(new Score(score), Map.of("digit accuracy", score - 0.1), epochs, Duration.ofMillis(3));
    }
}
