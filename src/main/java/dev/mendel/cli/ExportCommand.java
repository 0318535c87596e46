package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.export.RunJson;
import dev.mendel.report.export.TrialsTable;
import dev.mendel.report.tensorboard.TensorBoard;
import dev.mendel.space.Hyperparameter;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel export RUN`.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a run for other programs: its trials as a table, or all that was kept of it.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @ArgGroup(multiplicity = "1")
    private Form form = new Form();

    @Option(names = "--to", paramLabel = "FILE", description = "write this file instead of printing")
    private @Nullable Path file;

    /// The output format.
    private static final class Form {
        @Option(
                names = "--csv",
                required = true,
                description = "a table of trials: configuration, score, folds, measures")
        private boolean csv;

        @Option(
                names = "--json",
                required = true,
                description = "one object: trials with folds and epochs, generations, individuals")
        @SuppressWarnings("UnusedVariable") // one of them is typed: what is nothing else is an object
        private boolean json;

        @Option(
                names = "--tensorboard",
                required = true,
                paramLabel = "DIR",
                description = "event files in a log directory of TensorBoard: curves and hyperparameters of trials")
        private @Nullable Path tensorboard;
    }

    @Override
    public Integer call() throws ExperimentException {
        if (form.tensorboard != null) {
            Failures.require(spec, file == null, "--to: --tensorboard has its folder already");
            events(form.tensorboard);
            return 0;
        }
        List<String> lines = lines();
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            lines.forEach(out::println);
        } else {
            write(file, lines);
        }
        return 0;
    }

    private void events(Path folder) throws ExperimentException {
        Screen out = Screen.of(spec.commandLine().getOut());
        try (StoredRun stored = run.open()) {
            out.line("written  "
                    + TensorBoard.write(stored, ExperimentFile.of(stored).space(), folder));
            out.line("look     tensorboard --logdir " + folder);
        }
    }

    private List<String> lines() throws ExperimentException {
        try (StoredRun stored = run.open()) {
            if (form.csv) {
                List<Hyperparameter> space = ExperimentFile.of(stored).space().hyperparameters();
                return TrialsTable.csv(
                        stored, space.stream().map(Hyperparameter::name).toList());
            }
            return RunJson.of(stored).lines().toList();
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be written: " + e, e);
        }
    }
}
