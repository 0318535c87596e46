package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.RunKind;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Retrying;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that another process needs to evaluate the trials of a run.
///
/// @param experiment its text, with absolute paths
/// @param kind the name of a [RunKind]
/// @param data the folder of data; null for the data that come with the program
/// @param dataHash as the session has found it
/// @param version of the program
public record ShippedRun(
        String experiment, String kind, @Nullable String data, String dataHash, String version)
        implements Serializable {

    static ShippedRun of(RunPlan plan, @Nullable Path data, String dataHash) {
        return new ShippedRun(
                ExperimentFile.text(plan.experiment()),
                plan.kind().name(),
                data == null ? null : data.toAbsolutePath().toString(),
                dataHash,
                Provenance.version());
    }

    /// The run's objective as it is loaded here, with its precautions; `isolation` left to the caller.
    ///
    /// @throws ObjectiveException if it is not the one of the session: something is missing here, the data or
    ///     the program differ
    public LoadedObjective load() throws DataException, ExperimentException, ObjectiveException {
        if (!version.equals(Provenance.version())) {
            throw new ObjectiveException("Mendel is another version here: " + Provenance.version() + ", and " + version
                    + " where the session is");
        }
        Experiment read = ExperimentFile.parse("the experiment", experiment, List.of());
        LoadedObjective loaded =
                read.objective().load(RunKind.valueOf(kind), read.seed(), data == null ? null : Path.of(data));
        if (!loaded.dataHash().equals(dataHash)) {
            loaded.close();
            throw new ObjectiveException("its data, or its program, are others: " + loaded.dataHash() + " here, "
                    + dataHash + " where the session is");
        }
        return complete(loaded, read);
    }

    /// An objective with the experiment's precautions.
    static LoadedObjective complete(LoadedObjective loaded, Experiment experiment) {
        Objective complete = experiment.goals().require(loaded.objective());
        return loaded.with(Retrying.of(complete, experiment.precautions().retry()));
    }
}
