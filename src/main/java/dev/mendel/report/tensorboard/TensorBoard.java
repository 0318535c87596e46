package dev.mendel.report.tensorboard;

import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Writes runs as event files, which TensorBoard reads.
public final class TensorBoard {
    private TensorBoard() {}

    /// Writes a run into a subfolder called like it: one event file of the run, and one of each trial in a
    /// subfolder `trial-0001`. Files of an earlier export of the same run are replaced; all else in the folder
    /// stays. Values are the objective's own.
    ///
    /// @param run a snapshot
    /// @param space the run's
    /// @param folder the log directory, made if it is not there; may hold other runs
    /// @return the subfolder of the run
    /// @throws StoreException if something can't be written
    public static Path write(StoredRun run, SearchSpace space, Path folder) {
        Path own = folder.resolve(run.directory().name());
        var hparams = new HParams(space);
        Instant created = run.manifest().created();
        List<StoredTrial> trials = run.trials();
        try {
            EventFile.write(own, created, RunEvents.of(run, trials, hparams));
            for (StoredTrial trial : trials) {
                String name = String.format(
                        Locale.ROOT, "trial-%04d", trial.trial().id().number());
                EventFile.write(own.resolve(name), created, TrialEvents.of(run, trial, hparams));
            }
        } catch (IOException e) {
            throw new StoreException(own + ": can't be written: " + e, e);
        }
        return own;
    }
}
