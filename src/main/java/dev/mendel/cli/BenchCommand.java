package dev.mendel.cli;

import dev.mendel.bench.GridFigures;
import dev.mendel.bench.OverheadBenchmark;
import dev.mendel.bench.ScalingBenchmark;
import dev.mendel.bench.StartBenchmark;
import dev.mendel.bench.TrainingFigures;
import dev.mendel.data.Dataset;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel bench WHAT`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure mendel itself, on this machine.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {SearchBenchCommand.class, ClusterBenchCommand.class, LandscapeCommand.class})
final class BenchCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "training",
            mixinStandardHelpOptions = true,
            description = "The speed of the reference training, beside the processor's peak, PyTorch, Python's"
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
                    int epochs,
            @Option(
                            names = "--grid",
                            paramLabel = "EXPERIMENT",
                            description =
                                    "also time a trial of each model, and project the time of this experiment's grid")
                    @Nullable
                    Path experiment)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        var figures = new TrainingFigures(out::println);
        figures.reference(rounds, epochs);
        if (experiment != null) {
            figures.models(ExperimentFile.read(experiment, List.of()).space());
        }
        return 0;
    }

    @Command(
            name = "overhead",
            mixinStandardHelpOptions = true,
            description =
                    "The overhead of a trial: six hyperparameters, an objective that costs nothing, the store on.")
    int overhead(
            @Option(
                            names = "--trials",
                            paramLabel = "N",
                            split = ",",
                            defaultValue = "1000,1000,1000,10000,100000",
                            description = "trials of each run, in order (default: ${DEFAULT-VALUE})")
                    List<Long> trials,
            @Option(
                            names = "--strategy",
                            paramLabel = "NAME",
                            defaultValue = "genetic",
                            description = "the strategy: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
                    OverheadBenchmark.Asking asking,
            @Mixin OutputOption output)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createDirectories(output.path().resolve("bench"));
        out.println("  trials  ms a trial  heap MB  database MB");
        for (long count : trials) {
            OverheadBenchmark.Result result = OverheadBenchmark.measure(asking, count, folder);
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

    @Command(
            name = "grid",
            mixinStandardHelpOptions = true,
            description = "The cost of a whole grid: the naive way, and after each improvement on it.")
    int grid(
            @Parameters(
                            paramLabel = "EXPERIMENT",
                            defaultValue = "experiments/mentha-ga.yaml",
                            description = "the experiment with the grid (default: ${DEFAULT-VALUE})")
                    Path experiment,
            @Option(
                            names = "--points",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "the number of its points to train (default: ${DEFAULT-VALUE})")
                    int points)
            throws Exception {
        Experiment read = ExperimentFile.read(experiment, List.of());
        PrintWriter out = spec.commandLine().getOut();
        Failures.require(
                spec,
                read.objective() instanceof ObjectiveSettings.DigitPairs,
                experiment + ": objective: only digit-pairs can be measured");
        new GridFigures(read, out::println).measure(points, Runtime.getRuntime().availableProcessors());
        return 0;
    }

    @Command(
            name = "scaling",
            mixinStandardHelpOptions = true,
            description = "The speed-up by workers: the same trials trained and stored by 1, 2 … workers.")
    int scaling(
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "how often each number of workers is measured (default: ${DEFAULT-VALUE})")
                    int rounds,
            @Option(
                            names = "--trials",
                            paramLabel = "N",
                            defaultValue = "8",
                            description = "trials of three folds each time (default: ${DEFAULT-VALUE})")
                    int trials,
            @Option(
                            names = "--epochs",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "epochs of ten steps of each training (default: ${DEFAULT-VALUE})")
                    int epochs,
            @Mixin OutputOption output)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createDirectories(output.path().resolve("bench"));
        int most = Runtime.getRuntime().availableProcessors();
        var benchmark = new ScalingBenchmark(trials, epochs, Dataset.mnist(), folder);
        benchmark.foldsASecond(most);
        out.println("folds trained a second, by the wall, in turns; and that over one worker's in the same round");
        for (int round = 1; round <= rounds; round++) {
            double one = 0;
            for (int workers = 1; workers <= most; workers++) {
                double rate = benchmark.foldsASecond(workers);
                one = workers == 1 ? rate : one;
                out.printf(Locale.ROOT, "round %2d  workers %2d  %7.2f  %5.2f%n", round, workers, rate, rate / one);
                out.flush();
            }
        }
        return 0;
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Start-up time: --help and a minimal run, each as a process.")
    int start(
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "7",
                            description = "how often each is measured (default: ${DEFAULT-VALUE})")
                    int rounds,
            @Parameters(
                            paramLabel = "EXPERIMENT",
                            defaultValue = "experiments/quickstart.yaml",
                            description = "the experiment to run (default: ${DEFAULT-VALUE})")
                    Path experiment,
            @Mixin OutputOption output)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var benchmark = new StartBenchmark(System.getProperty("mendel.command", "mendel"));
        Path folder = output.path().resolve("bench");
        out.println("seconds from the command to its end:  --help  a run of one trial");
        for (int round = 0; round < rounds; round++) {
            out.printf(
                    Locale.ROOT,
                    "%45.2f %16.2f%n",
                    benchmark.seconds("--help"),
                    benchmark.seconds(StartBenchmark.shortestRun(experiment, folder)));
            out.flush();
        }
        return 0;
    }
}
