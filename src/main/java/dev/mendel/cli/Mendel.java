package dev.mendel.cli;

import dev.mendel.run.Provenance;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program.
@Command(
        name = "mendel",
        mixinStandardHelpOptions = true,
        versionProvider = Mendel.Version.class,
        description = "Finds good hyperparameters by a genetic algorithm: the same ones for the same seed, whatever"
                + " the number of workers and interruptions.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvolveCommand.class,
            GridCommand.class,
            RandomCommand.class,
            EvaluateCommand.class,
            ResumeCommand.class,
            RetestCommand.class,
            ResultsCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            DescribeCommand.class,
            BestCommand.class,
            RunsCommand.class,
            CheckCommand.class,
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
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /// Runs the program.
    ///
    /// @return the exit code
    static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new CommandLine(new Mendel())
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

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
