package dev.mendel.api;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.RunPage;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A stored run, for reading; one that was begun by [Optimizer#store] or on the command line, also while a
/// process works on it. Thread-safe: each method reads the present state.
///
/// ```java
/// Run run = Run.in(Path.of("runs/valley"));
/// run.trials().forEach(tried -> System.out.println(tried.configuration() + " " + tried.value()));
/// ```
///
/// Every method throws [StoreException] if the run can't be read.
public final class Run {
    private final RunDirectory directory;

    private Run(RunDirectory directory) {
        this.directory = directory;
    }

    /// The run in a directory.
    ///
    /// @throws StoreException if there is none
    public static Run in(Path directory) {
        var run = new Run(new RunDirectory(directory));
        run.read(StoredRun::manifest);
        return run;
    }

    /// The run's directory.
    public Path directory() {
        return directory.path();
    }

    /// Whether a process works on the run right now.
    public boolean isActive() {
        return read(run -> run.status().active());
    }

    /// All trials, in the order in which they were asked for.
    public List<Tried> trials() {
        return read(run -> {
            Direction direction = run.manifest().direction();
            return run.trials().stream().map(trial -> tried(trial, direction)).toList();
        });
    }

    /// The best trial so far, if one is finished; of equals the one asked for first.
    public Optional<Optimum> best() {
        return best(1).stream().findFirst();
    }

    /// The best finished trials so far, best first; of equals the one asked for first.
    ///
    /// @param count at most so many, at least 1
    public List<Optimum> best(int count) {
        return read(run -> {
            Direction direction = run.manifest().direction();
            return run.best(count).stream()
                    .map(best -> optimum(best, direction))
                    .toList();
        });
    }

    /// The front of a run with several objectives or bounds so far, the best by the first objective first;
    /// empty for any other.
    public List<Solution> front() {
        return read(run -> {
            Goals goals = run.manifest().goals();
            return goals.isOn()
                    ? Solution.front(
                            run.trials().stream()
                                    .flatMap(trial -> trial.evaluation().stream())
                                    .toList(),
                            goals)
                    : List.of();
        });
    }

    /// Writes the run as it stands as a page, `report.html` in its directory.
    ///
    /// @return the page's file
    public Path report() {
        return read(run -> {
            try {
                return RunPage.write(run, ExperimentFile.of(run));
            } catch (ExperimentException e) {
                throw new StoreException(directory + ": no report can be made: " + e.getMessage(), e);
            }
        });
    }

    private interface Reading<T> {
        T of(StoredRun run);
    }

    private <T> T read(Reading<T> reading) {
        try (StoredRun run = StoredRun.snapshot(directory)) {
            return reading.of(run);
        }
    }

    private static Optimum optimum(Evaluation best, Direction direction) {
        double score = best.outcome().score().orElseThrow().value();
        return new Optimum(direction.value(score), best.trial());
    }

    private static Tried tried(StoredTrial stored, Direction direction) {
        OptionalDouble score = stored.score();
        return new Tried(
                stored.trial(),
                stored.generation(),
                score.isEmpty() ? score : OptionalDouble.of(direction.value(score.getAsDouble())),
                stored.folds().stream()
                        .map(fold -> direction.value(fold.result().score()))
                        .toList(),
                stored.outcome()
                        .filter(Outcome.Failed.class::isInstance)
                        .map(outcome -> ((Outcome.Failed) outcome).reason()),
                stored.time());
    }
}
