package dev.mendel.run;

import dev.mendel.data.DataException;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.RunKind;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Retrying;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that another process needs to evaluate the trials of a run.
///
/// @param experiment its text, with absolute paths
/// @param kind the name of a [RunKind]
/// @param data the folder of data; null for the data that come with the program
/// @param dataHash as the session has found it
/// @param version of the program
/// @param files those of the objective's program or jars, where the session is, by their names in a folder
public record ShippedRun(
        String experiment,
        String kind,
        @Nullable String data,
        String dataHash,
        String version,
        Map<String, String> files)
        implements Serializable {

    public ShippedRun {
        files = Map.copyOf(files);
    }

    static ShippedRun of(RunPlan plan, @Nullable Path data, String dataHash) {
        return new ShippedRun(
                ExperimentFile.text(plan.experiment()),
                plan.kind().name(),
                data == null ? null : data.toAbsolutePath().toString(),
                dataHash,
                Provenance.version(),
                plan.experiment().objective().files().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                file -> file.getValue().toAbsolutePath().toString())));
    }

    /// The run's objective as it is loaded here, with its precautions; `isolation` left to the caller.
    ///
    /// @param folder where its files are; null for where they are on the session's machine
    /// @throws ObjectiveException if it is not the one of the session: something is missing here, the data or
    ///     the program differ
    public LoadedObjective load(@Nullable Path folder) throws DataException, ExperimentException, ObjectiveException {
        if (!version.equals(Provenance.version())) {
            throw new ObjectiveException("Mendel is another version here: " + Provenance.version() + ", and " + version
                    + " where the session is");
        }
        Experiment read = ExperimentFile.parse("the experiment", experiment, List.of());
        ObjectiveSettings objective =
                folder == null ? read.objective() : read.objective().in(folder);
        LoadedObjective loaded =
                objective.load(RunKind.valueOf(kind), read.seed(), data == null ? null : Path.of(data));
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
