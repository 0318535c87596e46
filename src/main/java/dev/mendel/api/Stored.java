package dev.mendel.api;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Precautions;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.RunSession;
import dev.mendel.run.SessionOpening;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchObserver;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// A search that is a session of a stored run.
final class Stored implements Conduct {
    /// Grids of one's own of more configurations are not kept.
    private static final int MOST_CONFIGURATIONS = 100_000;

    private static final int LONGEST_NAME = 64;

    private final Goals goals;
    private final RunSession session;

    /// @throws dev.mendel.store.StoreException as for [SessionOpening#enter]
    /// @throws IllegalArgumentException if the space or the strategy can't be kept
    Stored(Plan plan, Path store, Objective asked, int workers) {
        goals = plan.goals();
        var directory = new RunDirectory(store);
        Way way = way(plan);
        Experiment experiment = experiment(plan, directory, asked, way);
        requireReadable(experiment);
        session = uninterrupted(() -> SessionOpening.enter(
                directory, way.kind(), experiment, new LoadedObjective(asked, "", Map.of()), workers));
    }

    /// Does something with files, which can't be opened or written on an interrupted thread.
    private static <T> T uninterrupted(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void tell(Findings found) {
        if (goals.isOn()) {
            try (StoredRun run = StoredRun.snapshot(session.directory())) {
                run.trials().stream()
                        .flatMap(trial -> trial.evaluation().stream())
                        .forEach(each -> found.finished(each.trial(), each.outcome()));
            }
        } else {
            session.best()
                    .ifPresent(best -> found.finished(
                            best.evaluation().trial(), best.evaluation().outcome()));
        }
        session.lastFailure().ifPresent(found::failed);
    }

    @Override
    public List<Trial> open() {
        try (StoredRun run = StoredRun.snapshot(session.directory())) {
            return run.trials().stream()
                    .filter(trial -> trial.state() == StoredTrial.State.OPEN)
                    .map(StoredTrial::trial)
                    .toList();
        }
    }

    @Override
    public void search(SearchObserver observer) {
        var _ = session.search(observer);
    }

    @Override
    public void stop() {
        session.stop();
    }

    @Override
    public void close() {
        var _ = uninterrupted(() -> {
            session.close();
            return session;
        });
    }

    /// How an experiment is carried out, in the words of its file.
    private record Way(RunKind kind, EvolutionSettings evolution, Budget budget, List<Configuration> configurations) {}

    private static Way way(Plan plan) {
        EvolutionSettings usual = EvolutionSettings.defaults();
        return switch (plan.strategy()) {
            case GeneticSearch(EvolutionSettings settings) ->
                new Way(RunKind.EVOLUTION, settings, plan.budget(), List.of());
            case RandomSearch(long most) ->
                new Way(
                        RunKind.RANDOM,
                        usual,
                        plan.budget().withTrials(Math.min(most, plan.budget().trials())),
                        List.of());
            case GridSearch(Iterable<Configuration> grid) ->
                new Way(RunKind.GRID, usual, plan.budget(), own(grid, plan.space()));
            default ->
                throw new IllegalArgumentException("store: keeps genetic, grid and random searches, not "
                        + plan.strategy().getClass().getName());
        };
    }

    /// The configurations of a grid that is not its space's.
    private static List<Configuration> own(Iterable<Configuration> grid, SearchSpace space) {
        if (space.isGrid(grid)) {
            return List.of();
        }
        List<Configuration> all = StreamSupport.stream(grid.spliterator(), false)
                .limit(MOST_CONFIGURATIONS + 1)
                .toList();
        if (all.size() > MOST_CONFIGURATIONS) {
            throw new IllegalArgumentException("store: keeps the grid of the space, and other grids of up to "
                    + MOST_CONFIGURATIONS + " configurations; this one has more");
        }
        return all;
    }

    private static Experiment experiment(Plan plan, RunDirectory directory, Objective asked, Way way) {
        return new Experiment(
                name(directory),
                "",
                new ObjectiveSettings.Embedded(plan.direction(), asked.folds()),
                plan.space(),
                List.of(),
                List.of(),
                way.configurations(),
                List.of(),
                way.evolution(),
                way.budget(),
                plan.stopping(),
                plan.goals().isOn() ? plan.goals() : Goals.NONE,
                new Precautions(plan.retries(), false),
                plan.seed(),
                "");
    }

    /// The directory's name as far as it is one for an experiment.
    private static String name(RunDirectory directory) {
        String plain = directory.name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "run" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /// What is written now has to be understood later.
    private static void requireReadable(Experiment experiment) {
        try {
            Experiment read = ExperimentFile.parse("store", ExperimentFile.text(experiment), List.of());
            if (!read.withText("").equals(experiment)) {
                throw new IllegalArgumentException(
                        "store: this search can't be kept as it is; without a store it works");
            }
        } catch (ExperimentException e) {
            throw new IllegalArgumentException("store: this search can't be kept: " + e.getMessage(), e);
        }
    }
}
