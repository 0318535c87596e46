package dev.mendel.cli;

import dev.mendel.bench.OverheadBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel bench WHAT`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure mendel itself, on this machine.",
        synopsisSubcommandLabel = "WHAT")
final class BenchCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "overhead",
            mixinStandardHelpOptions = true,
            description =
                    "What a trial costs beside its evaluation: six hyperparameters, a free objective, the store on.")
    int overhead(
            @Option(
                            names = "--trials",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1000,1000,1000,10000,100000",
                            description = "trials of each run, in order (default: ${DEFAULT-VALUE})")
                    List<Long> trials,
            @Mixin OutputOption output)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createDirectories(output.path().resolve("bench"));
        out.println("  trials  ms a trial  heap MB  database MB");
        for (long count : trials) {
            OverheadBenchmark.Result result = OverheadBenchmark.measure(count, folder);
            out.printf(
                    Locale.ROOT,
                    "%8d  %10.3f  %7.0f  %11.1f%n",
                    result.trials(),
                    result.millisecondsATrial(),
                    result.heapMegabytes(),
                    result.databaseMegabytes());
            out.flush();
        }
        return 0;
    }
}
