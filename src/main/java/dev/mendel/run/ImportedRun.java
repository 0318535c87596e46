package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.imports.Imported;
import dev.mendel.imports.ImportedTrial;
import dev.mendel.search.RunKind;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stores imported trials as a run, which other runs of the same objective can take them over from.
public final class ImportedRun {
    /// The entry of a run's provenance that names the file its trials come from.
    private static final String SOURCE = "imported from";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Experiment experiment;
    private final Imported imported;
    private final LoadedObjective objective;
    private final Instant now = Instant.now();

    private ImportedRun(Experiment experiment, Imported imported, LoadedObjective objective) {
        this.experiment = experiment;
        this.imported = imported;
        this.objective = objective;
    }

    /// Makes the run. Its trials have their values by fold where the file has as many as the experiment; else
    /// the value stands for all folds. Each names the file as where it was taken from.
    ///
    /// @param name the run's; null for one of the experiment, its seed and the time
    /// @throws DataException if the data can't be read
    /// @throws ObjectiveException if the objective is not there
    /// @throws StoreException if the name is taken or the run can't be made
    public static RunDirectory write(
            Experiment experiment, Imported imported, SessionSettings settings, @Nullable String name)
            throws DataException, ObjectiveException {
        try (LoadedObjective loaded =
                experiment.objective().load(RunKind.IMPORTED, experiment.seed(), settings.data())) {
            var run = new ImportedRun(experiment, imported, loaded);
            RunDirectory directory = name == null
                    ? RunDirectory.create(
                            settings.output(),
                            experiment.name(),
                            RunKind.IMPORTED.word(),
                            experiment.seed().value(),
                            run.now)
                    : named(settings.output(), name);
            run.write(directory);
            return directory;
        }
    }

    /// Makes a new, empty directory of a given name.
    ///
    /// @param output the folder of all runs; made if it is not there
    /// @param name up to 100 letters, digits, `.`, `-` and `_`, beginning with a letter or digit; not `latest`
    /// @throws StoreException if the name is another, or taken
    private static RunDirectory named(Path output, String name) {
        if (!NAME.matcher(name).matches() || name.equals("latest")) {
            throw new StoreException(name + ": is no name for a run; allowed are up to 100 letters, digits, ., - and _,"
                    + " beginning with a letter or digit, and not `latest`");
        }
        try {
            Files.createDirectories(output);
            return new RunDirectory(Files.createDirectory(output.resolve(name)));
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(output.resolve(name) + ": is there already; choose another name", e);
        } catch (IOException e) {
            throw new StoreException(output + ": no run directory can be made there: " + e.getMessage(), e);
        }
    }

    private void write(RunDirectory directory) {
        ExperimentFile.keep(directory, experiment);
        try (RunStore store = RunStore.create(directory, manifest(directory), null, 1, now)) {
            List<Trial> trials = trials();
            store.asked(0, trials);
            for (int i = 0; i < trials.size(); i++) {
                write(trials.get(i), imported.trials().get(i), store);
            }
            store.ended(Ending.COMPLETE);
        }
        try (StoredRun stored = StoredRun.snapshot(directory)) {
            RunPage.write(stored, experiment);
        }
    }

    private Manifest manifest(RunDirectory directory) {
        Map<String, String> provenance = Provenance.of(objective, directory);
        provenance.put(SOURCE, imported.source());
        return new Manifest(
                experiment.name(),
                ExperimentFile.text(experiment, directory),
                RunKind.IMPORTED,
                experiment.seed(),
                now,
                objective.dataHash(),
                provenance,
                experiment.direction(),
                Manifest.ARITHMETIC,
                experiment.goals());
    }

    private List<Trial> trials() {
        var trials = new ArrayList<Trial>();
        for (ImportedTrial trial : imported.trials()) {
            trials.add(Trial.of(new TrialId(trials.size() + 1), trial.configuration(), experiment.seed()));
        }
        return trials;
    }

    private void write(Trial trial, ImportedTrial from, RunStore store) {
        store.takenOver(trial, imported.source());
        List<FoldResult> folds = folds(from);
        for (int fold = 0; fold < folds.size(); fold++) {
            store.foldFinished(new FoldRun(trial, fold, folds.get(fold), FoldRun.IMPORTED, now));
        }
        store.finished(trial, new Outcome.Finished(folds));
    }

    private List<FoldResult> folds(ImportedTrial trial) {
        Direction direction = experiment.direction();
        if (trial.values().size() > 1
                && trial.values().size() == objective.objective().folds()) {
            return trial.values().stream()
                    .map(value -> FoldResult.of(direction.score(value).value()))
                    .toList();
        }
        Score score = direction.score(trial.value().orElseThrow());
        return List.of(new FoldResult(score, Map.of(), trial.epochs(), trial.time()));
    }
}
