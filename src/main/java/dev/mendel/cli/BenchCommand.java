package dev.mendel.cli;

import dev.mendel.bench.OverheadBenchmark;
import dev.mendel.bench.ReferenceBenchmark;
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
            name = "training",
            mixinStandardHelpOptions = true,
            description = "How fast the reference training is: against what the processor allows, the plain path, Python's"
                    + " PyTorch where python3 has it, and two at once. Wants a quiet machine.")
    int training(
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "7",
                            description = "how often everything is measured (default: ${DEFAULT-VALUE})")
                    int rounds,
            @Option(
                            names = "--epochs",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "epochs of ten steps of each training (default: ${DEFAULT-VALUE})")
                    int epochs)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println("milliseconds a step; two workers: the throughput of two over that of one");
        out.println("  GFLOP/s   floor   plain    fast  python  fast/floor  fast/python  fast/plain  two workers");
        ReferenceBenchmark.Result result = ReferenceBenchmark.measure(rounds, epochs, round -> print(out, round));
        out.printf(
                Locale.ROOT,
                "medians: fast/floor %.2f, fast/python %.2f, fast/plain %.2f, two workers %.2f%n",
                result.median(round -> round.mendel().fast() / round.mendel().floor()),
                result.median(round -> round.mendel().fast() / round.python()),
                result.median(round -> round.mendel().fast() / round.mendel().plain()),
                result.median(round -> round.mendel().scaling()));
        out.println(result.pytorch().isEmpty() ? "python3 has no torch" : "python: torch " + result.pytorch());
        return 0;
    }

    private static void print(PrintWriter out, ReferenceBenchmark.Round round) {
        var mendel = round.mendel();
        out.printf(
                Locale.ROOT,
                "%9.1f %7.2f %7.2f %7.2f %7.2f %11.2f %12.2f %11.2f %12.2f%n",
                mendel.gigaflops(),
                mendel.floor(),
                mendel.plain(),
                mendel.fast(),
                round.python(),
                mendel.fast() / mendel.floor(),
                mendel.fast() / round.python(),
                mendel.fast() / mendel.plain(),
                mendel.scaling());
        out.flush();
    }

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
