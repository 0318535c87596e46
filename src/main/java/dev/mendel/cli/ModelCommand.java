package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.Typed;
import dev.mendel.data.DataException;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.model.ModelException;
import dev.mendel.model.ModelFolder;
import dev.mendel.model.ModelFolder.Filled;
import dev.mendel.model.Origin;
import dev.mendel.model.Retraining;
import dev.mendel.report.Figures;
import dev.mendel.report.MendelJson;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel model RUN`.
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Train a run's best network again and write it for use: by `mendel predict`, PyTorch or Java.",
        footer = {
            "",
            "The training is that of the run's test, and is held against it: another result is an error, and nothing is"
                    + " written. A folder has model.safetensors (the weights), model.py (loads them into PyTorch, without"
                    + " mendel) and model.json (where it comes from)."
        })
final class ModelCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "the folder to write: new, or empty")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--trial", paramLabel = "N", description = "another trial than the best, by its number")
    private @Nullable Long trial;

    @Option(names = "--force", description = "write into a folder that holds something; other files in it stay")
    private boolean force;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "read the four IDX files from this folder instead of the MNIST that comes with mendel")
    private @Nullable Path data;

    @Option(names = "--json", description = "print JSON, one object, for programs")
    private boolean json;

    /// The outcome for programs.
    ///
    /// @param heldAgainst the stored result that came out again: test, fold or nothing
    private record Written(String folder, String run, long trial, double score, double test, String heldAgainst) {}

    @Override
    public Integer call() throws Exception {
        Filled filled = force ? Filled.REPLACE : Filled.REFUSE;
        ModelFolder.requireFree(folder, filled);
        Screen out = Screen.of(spec.commandLine().getOut());
        Retraining retraining = retraining();
        if (!json) {
            out.line("training    trial " + retraining.trial().trial().id() + " again: "
                    + retraining.trial().trial().configuration());
        }
        Retraining.Result result = retraining.train();
        ModelFolder.write(folder, result, filled);
        if (json) {
            Origin origin = result.origin();
            spec.commandLine()
                    .getOut()
                    .println(MendelJson.line(new Written(
                            folder.toString(),
                            origin.run(),
                            origin.trial(),
                            origin.score(),
                            origin.testScore(),
                            result.held().word())));
        } else {
            print(result, out);
        }
        return 0;
    }

    private Retraining retraining() throws DataException, ExperimentException, ModelException {
        try (StoredRun stored = run.open()) {
            return Retraining.of(stored, trial, data);
        }
    }

    private void print(Retraining.Result result, Screen out) {
        out.line("test        " + Figures.of(result.origin().testScore()) + "  "
                + switch (result.held()) {
                    case TEST -> "on data that no search has seen: the run's own test, to the last bit";
                    case FOLD ->
                        "on data that no search has seen. The run has no test of this trial to hold it against; one of"
                                + " its folds came out as stored, to the last bit";
                    case NOTHING ->
                        "on data that no search has seen. The run has nothing to hold it against: the trial's values"
                                + " were imported";
                });
        out.line("written     " + folder + ": model.safetensors, model.py, model.json");
        out.line("ask         " + Typed.command("predict", folder + " FIRST.png SECOND.png"));
        out.line("python      python3 " + folder.resolve("model.py") + " IMAGES, or import it: model.load()");
    }
}
