package dev.mendel.bench;

import dev.mendel.data.Dataset;
import dev.mendel.training.TrainingBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// The reference training against its floor, against itself on the plain path, against Python, and two at once.
public final class ReferenceBenchmark {
    private ReferenceBenchmark() {}

    /// One round.
    ///
    /// @param python milliseconds of a step in Python; NaN where there is none
    public record Round(TrainingBenchmark.Round mendel, double python) {}

    /// All rounds.
    ///
    /// @param pytorch the version of Python's PyTorch; empty where there is none
    public record Result(String pytorch, List<Round> rounds) {
        /// The median over rounds of a figure of each.
        public double median(ToDoubleFunction<Round> figure) {
            return TrainingBenchmark.median(
                    rounds.stream().mapToDouble(figure).boxed().toList());
        }
    }

    /// Measures round after round; the first, in which all is still cold, is left out.
    ///
    /// @param watcher told of each round when it is measured
    public static Result measure(int rounds, int epochs, Consumer<Round> watcher) throws Exception {
        Optional<PythonBaseline> python = PythonBaseline.start();
        try {
            var benchmark = new TrainingBenchmark(Dataset.mnist());
            var measured = new ArrayList<Round>();
            for (int i = 0; i <= rounds; i++) {
                TrainingBenchmark.Round mendel = benchmark.round(epochs);
                var round = new Round(mendel, python.map(baseline -> baseline.step(epochs)).orElse(Double.NaN));
                if (i > 0) {
                    measured.add(round);
                    watcher.accept(round);
                }
            }
            return new Result(python.map(PythonBaseline::version).orElse(""), measured);
        } finally {
            python.ifPresent(PythonBaseline::close);
        }
    }
}
