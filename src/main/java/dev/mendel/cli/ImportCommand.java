package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.Typed;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.experiment.yaml.Fault;
import dev.mendel.imports.FirstPopulation;
import dev.mendel.imports.Imported;
import dev.mendel.imports.ImportedTrial;
import dev.mendel.imports.Naming;
import dev.mendel.imports.OptunaStudy;
import dev.mendel.imports.ResultsTable;
import dev.mendel.run.ImportedRun;
import dev.mendel.run.SessionSettings;
import dev.mendel.space.Value;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.trial.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel import EXPERIMENT FILE`.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take configurations and values from elsewhere: as the trials of a run, which --known takes over,"
                + " or as the first population of an experiment.")
final class ImportCommand implements Callable<Integer> {
    /// So many reasons are printed unless all are asked for.
    private static final int SHOWN = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private FileOption experiment = new FileOption();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "a table with a heading (CSV): a column for each hyperparameter and one for the value")
    private @Nullable Path table;

    @Option(
            names = "--optuna",
            paramLabel = "DB",
            description = "a storage of Optuna instead: the SQLite database that has the study")
    private @Nullable Path storage;

    @Option(names = "--study", paramLabel = "NAME", description = "with --optuna: the study, if there are several")
    private @Nullable String study;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "the column of the objective's value (default: score where more is better, else value)")
    private @Nullable String value;

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            description =
                    "the column, or parameter, of a hyperparameter that is called otherwise there; may be repeated")
    private Map<String, String> others = new LinkedHashMap<>();

    @Option(names = "--to", paramLabel = "NAME", description = "the name of the run that has the trials")
    private @Nullable String name;

    @Option(
            names = "--initial",
            paramLabel = "COPY",
            description = "write a copy of the experiment with the best configurations in its first population; a run"
                    + " is made too only if --to names one")
    private @Nullable Path copy;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "read the four IDX files from this folder instead of the MNIST that comes with mendel")
    private @Nullable Path data;

    @Mixin
    private DirectoryOption moved = new DirectoryOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = {"-v", "--verbose"},
            description = "print everything that was left out")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
        Experiment read = moved.over(experiment.read());
        for (String hyperparameter : others.keySet()) {
            Failures.require(
                    spec,
                    read.space().find(hyperparameter).isPresent(),
                    "--map: " + hyperparameter + " is none of " + read.space().names());
        }
        if (copy != null && Files.exists(copy)) {
            throw new StoreException(copy + ": is there already; name another file");
        }
        boolean stored = copy == null || name != null;
        Imported imported = imported(read, stored);
        tell(read, imported);
        String known = stored ? writeRun(read, imported) : "";
        if (copy != null) {
            writeCopy(copy, read, imported);
        }
        Path searched = copy == null ? experiment.path() : copy;
        screen().line("go on       " + Typed.command("evolve", searched + known));
        return 0;
    }

    private Screen screen() {
        return Screen.of(spec.commandLine().getOut());
    }

    private Imported imported(Experiment read, boolean valued) throws ExperimentException {
        var naming = new Naming(value, others);
        if (table != null) {
            Failures.require(
                    spec, storage == null, "--optuna: there is a table too, " + table + "; import one of them");
            Failures.require(spec, study == null, "--study: a table has no studies; --optuna names a storage that has");
            return ResultsTable.read(table, read, naming, valued);
        }
        Failures.require(spec, storage != null, "the FILE to be imported is missing, or --optuna DB");
        Failures.require(spec, value == null, "--value: a study has one value for each trial");
        return OptunaStudy.read(Objects.requireNonNull(storage), study, read, naming);
    }

    private void tell(Experiment experiment, Imported imported) {
        Screen out = screen();
        out.line("imported    " + Counted.of(imported.trials().size(), "trial") + " of "
                + OneLine.of(imported.source()));
        List<Fault> leftOut = imported.leftOut();
        int shown = verbose ? leftOut.size() : Math.min(SHOWN, leftOut.size());
        leftOut.subList(0, shown).forEach(fault -> out.line("left out    " + fault));
        if (shown < leftOut.size()) {
            out.line("            and " + (leftOut.size() - shown) + " more; --verbose prints all");
        }
        if (!imported.unused().isEmpty()) {
            out.line("not used    " + OneLine.of(String.join(", ", imported.unused())));
        }
        ImportedTrial best = imported.bestFirst(experiment.direction()).getFirst();
        best.value()
                .ifPresent(number -> out.line("best        " + new Value.Real(number).display() + ", " + best.origin()
                        + ": " + best.configuration()));
    }

    private void writeCopy(Path target, Experiment experiment, Imported imported) {
        int room = experiment.evolution().population();
        List<Map<String, Value>> initial = FirstPopulation.of(experiment, imported, room);
        try {
            Files.writeString(target, ExperimentFile.text(experiment, initial, target), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new StoreException(target + ": can't be written: " + e, e);
        }
        screen().line("written     " + target + ": of the " + room + " individuals of the first population, "
                + initial.size() + " are given");
    }

    /// @return the option that takes the run's trials over
    private String writeRun(Experiment experiment, Imported imported) throws Exception {
        var settings = new SessionSettings(output.path(), 1, data);
        RunDirectory run = ImportedRun.write(experiment, imported, settings, name);
        screen().line("run         " + run);
        return " --known " + run.name() + output.typed();
    }
}
