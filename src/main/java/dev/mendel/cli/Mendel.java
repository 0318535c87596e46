package dev.mendel.cli;

import dev.mendel.run.Provenance;
import dev.mendel.trial.OneLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The program.
@Command(
        name = "mendel",
        mixinStandardHelpOptions = true,
        versionProvider = Mendel.Version.class,
        description = "Finds good hyperparameters by a genetic algorithm: the same ones for the same seed, whatever"
                + " the number of workers and interruptions.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NewCommand.class,
            EvolveCommand.class,
            GridCommand.class,
            RandomCommand.class,
            EvaluateCommand.class,
            ResumeCommand.class,
            RetestCommand.class,
            ResultsCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ReportCommand.class,
            DescribeCommand.class,
            BestCommand.class,
            ModelCommand.class,
            PredictCommand.class,
            RunsCommand.class,
            ServeCommand.class,
            EnqueueCommand.class,
            BudgetCommand.class,
            NoteCommand.class,
            DeleteCommand.class,
            CheckCommand.class,
            CompletionCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 a bug of mendel, 2 a mistake in what was typed or in a file, 130 interrupted.",
            "Begin with: ${sys:mendel.command:-./mendel} evolve experiments/quickstart.yaml"
        })
public final class Mendel implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// The text of `--version`.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mendel " + Provenance.version()};
        }
    }

    /// Runs the program and exits with its code.
    public static void main(String[] args) {
        // for what others write: our own texts name their locale
        Locale.setDefault(Locale.ROOT);
        var printed = new Printed(new FileOutputStream(FileDescriptor.out));
        var out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        Optional<String> lost = printed.failure();
        lost.ifPresent(why -> err.println("mendel: what was to be printed is lost: " + why));
        System.exit(code == 0 && lost.isPresent() ? Failures.BUG : code);
    }

    /// Runs the program.
    ///
    /// @return the exit code
    static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new CommandLine(new Mendel())
                    .registerConverter(Path.class, Mendel::path)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpAutoWidth(true)
                    .setParameterExceptionHandler(Failures::mistyped)
                    .setExecutionExceptionHandler(Failures::thrown)
                    .execute(args);
        } catch (OutOfMemoryError | InternalError e) {
            return Failures.exhausted(e, err);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("the name " + OneLine.of(name) + " can't be used as that of a file: "
                    + e.getReason() + "; names with other letters than a to z need a UTF-8 locale, as LC_ALL=C.UTF-8");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
