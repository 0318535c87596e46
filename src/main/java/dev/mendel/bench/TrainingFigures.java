package dev.mendel.bench;

import dev.mendel.bench.TrainingBenchmark.ModelTime;
import dev.mendel.bench.TrainingBenchmark.Round;
import dev.mendel.data.Dataset;
import dev.mendel.space.SearchSpace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The cost of training, as a table for people.
public final class TrainingFigures {
    private final TrainingBenchmark benchmark;
    private final Consumer<String> lines;

    /// @param lines takes each line as soon as it is known
    public TrainingFigures(Consumer<String> lines) throws Exception {
        this.benchmark = new TrainingBenchmark(Dataset.mnist());
        this.lines = lines;
    }

    /// Measures the reference training.
    ///
    /// @param epochs of each training in each round, ten steps each
    public void reference(int rounds, int epochs) throws Exception {
        lines.accept(
                "milliseconds of processor time a step; two workers: throughput of two over that of one, by the wall;"
                        + " two products: the same of bare matrix products");
        lines.accept("sgemm: blocks, but with products by PyTorch's library");
        lines.accept("GFLOP/s   floor  pytorch  blocks   sgemm  python  blocks/floor  blocks/python  blocks/pytorch"
                + "  blocks/sgemm  two workers  two products");
        List<Round> measured = benchmark.rounds(rounds, epochs);
        measured.forEach(round -> lines.accept(row(round)));
        lines.accept(String.format(
                Locale.ROOT,
                "medians %54.2f %14.2f %15.2f %13.2f %12.2f %13.2f",
                TrainingBenchmark.median(measured, Round::timesTheFloor),
                TrainingBenchmark.median(measured, TrainingFigures::ofPython),
                TrainingBenchmark.median(measured, Round::ofPytorch),
                TrainingBenchmark.median(measured, Round::ofSgemm),
                TrainingBenchmark.median(measured, Round::twoWorkers),
                TrainingBenchmark.median(measured, Round::products)));
        lines.accept(
                switch (measured.getLast().python()) {
                    case EagerPython.Measured python ->
                        "python: PyTorch " + python.version() + ", the faster of two ways";
                    case EagerPython.Missing missing -> "python: " + missing.reason();
                });
    }

    /// Measures a trial of each of the five models, and projects the time of a grid of them.
    public void models(SearchSpace space) throws Exception {
        List<ModelTime> models = benchmark.models();
        lines.accept("a trial of three folds with the reference settings: processor time, over its floor, score");
        models.forEach(model -> lines.accept(String.format(
                Locale.ROOT,
                "  %-10s %7.2f s  %5.2f  %.4f",
                model.model(),
                seconds(model.processor()),
                model.timesTheFloor(),
                model.score())));
        TrainingBenchmark.projections(space, models)
                .forEach((words, projection) -> lines.accept(String.format(
                        Locale.ROOT,
                        "  grid, %s: %s trials, %.2f h on one thread",
                        words,
                        projection.trials(),
                        seconds(projection.processor()) / 3600)));
    }

    private static String row(Round round) {
        return String.format(
                Locale.ROOT,
                "%7.1f %7.2f %8.2f %7.2f %7.2f %7.2f %13.2f %14.2f %15.2f %13.2f %12.2f %13.2f",
                round.peak(),
                round.floor(),
                round.pytorch().processor(),
                round.blocks().processor(),
                round.sgemm().processor(),
                python(round),
                round.timesTheFloor(),
                ofPython(round),
                round.ofPytorch(),
                round.ofSgemm(),
                round.twoWorkers(),
                round.products());
    }

    private static double ofPython(Round round) {
        return round.blocks().processor() / python(round);
    }

    private static double python(Round round) {
        return switch (round.python()) {
            case EagerPython.Measured python ->
                Math.min(python.together().processor(), python.apart().processor());
            case EagerPython.Missing _ -> Double.NaN;
        };
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
