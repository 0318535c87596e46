package dev.mendel.run;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Stopping;
import dev.mendel.space.Configuration;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.KnownTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Other runs, open to be asked for their finished trials.
///
/// A run may be asked only if it searches the same landscape. If it was made by another version of the program,
/// of Java, of the system, or on another processor, equal settings do not promise equal scores: then the first
/// folds of some of its trials are trained again, and have to come out the same to the last digit. Imported
/// values are taken as they are, and only where no run has evaluated the configuration.
final class KnownRuns implements AutoCloseable {
    /// So many trials are tried again.
    private static final int SAMPLE = 3;

    private static final List<String> DECISIVE = List.of("mendel", "java", "os", "cpu");

    private final List<StoredRun> runs = new ArrayList<>();
    private final Stopping here;
    private boolean scored;

    private KnownRuns(Stopping here) {
        this.here = here;
    }

    /// @param here the space that is searched
    /// @param stopping how trials are stopped here; scores at other rungs are not taken over
    /// @throws StoreException if one of the runs searches something else, or scored otherwise
    static KnownRuns open(List<RunDirectory> directories, Landscape here, Stopping stopping, Objective objective)
            throws ExperimentException {
        var known = new KnownRuns(stopping);
        try {
            for (RunDirectory directory : directories) {
                StoredRun run = StoredRun.open(directory);
                known.runs.add(run);
                requireSame(run, here);
                requireSameScores(run, objective);
            }
            return known;
        } catch (RuntimeException | ExperimentException e) {
            known.close();
            throw e;
        }
    }

    /// From now on only trials that have a score count as known.
    void forgetFailures() {
        scored = true;
    }

    /// The knowledge of a configuration in the first of the runs that has evaluated it; if there is none, in
    /// the first that has imported it.
    Optional<KnownTrial> find(Configuration configuration) {
        KnownTrial imported = null;
        for (StoredRun run : runs) {
            Optional<KnownTrial> known =
                    known(run, configuration).filter(found -> !scored || !(found.outcome() instanceof Outcome.Failed));
            if (known.isPresent() && !known.get().isImported()) {
                return known;
            }
            imported = imported == null ? known.orElse(null) : imported;
        }
        return Optional.ofNullable(imported);
    }

    private Optional<KnownTrial> known(StoredRun run, Configuration configuration) {
        return run.find(configuration)
                .flatMap(found -> stopping(run).equals(here) ? Optional.of(found) : found.withoutRungs());
    }

    private static Stopping stopping(StoredRun run) {
        try {
            return ExperimentFile.of(run).stopping();
        } catch (ExperimentException e) {
            throw new StoreException(run.directory() + ": its trials can't be taken over: " + e.getMessage(), e);
        }
    }

    /// The test of a configuration in the first of the runs that tested it on data that no fold has seen.
    Optional<FoldResult> test(Configuration configuration) {
        return runs.stream().flatMap(run -> run.test(configuration).stream()).findFirst();
    }

    @Override
    public void close() {
        runs.forEach(StoredRun::close);
    }

    private static void requireSame(StoredRun run, Landscape here) throws ExperimentException {
        List<String> differences = here.differences(Landscape.of(run));
        if (!differences.isEmpty()) {
            throw new StoreException(run.directory() + ": its trials can't be taken over: "
                    + String.join("; ", differences) + ". Without --known they are trained anew");
        }
    }

    private static void requireSameScores(StoredRun run, Objective objective) {
        Map<String, String> there = run.manifest().provenance();
        Map<String, String> now = Provenance.collect();
        List<String> differing = DECISIVE.stream()
                .filter(name -> !now.getOrDefault(name, "").equals(there.getOrDefault(name, "")))
                .map(name -> name + " " + there.getOrDefault(name, "unknown") + " there, " + now.get(name) + " here")
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        for (Evaluation evaluation : run.sample(SAMPLE)) {
            if (evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> folds, List<AtRung> _)) {
                FoldResult again = again(run, evaluation, objective);
                if (!same(folds.getFirst(), again)) {
                    throw new StoreException(run.directory() + ": its trials can't be taken over: trial "
                            + evaluation.trial().id() + " scored "
                            + folds.getFirst().score().value() + " in its first fold there, and "
                            + again.score().value() + " when it was trained again; " + String.join("; ", differing));
                }
            }
        }
    }

    private static FoldResult again(StoredRun run, Evaluation evaluation, Objective objective) {
        try {
            return objective.evaluate(evaluation.trial(), 0);
        } catch (EvaluationException e) {
            throw new StoreException(
                    run.directory() + ": its trials can't be taken over: trial "
                            + evaluation.trial().id() + " fails here: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(run.directory() + ": interrupted while its scores were being checked", e);
        }
    }

    private static boolean same(FoldResult there, FoldResult here) {
        return there.score().equals(here.score()) && there.measures().equals(here.measures());
    }
}
