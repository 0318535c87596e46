package dev.mendel.training;

import ai.djl.ndarray.types.DataType;
import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.space.Configuration;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Times the reference training: one shared tower of 32 and 64 channels with auxiliary loss, batches of 100 out
/// of 1000 pairs, Adam. Everything is measured in turns, round after round, in one process: ratios within a
/// round hold also on a machine whose speed drifts.
public final class TrainingBenchmark {
    /// What a step of the reference training takes at least, by the usual count: 300 GFLOP over 25 epochs of
    /// ten steps.
    public static final double GFLOP_A_STEP = 1.2;

    private static final int SIDE = 512;
    private static final int PRODUCTS = 12;
    private static final Seed SEED = new Seed(1);

    private final PairSettings settings = FixedSettings.DEFAULTS.resolve(new Configuration(Map.of()));
    private final DigitPairs pairs;

    /// What one round took.
    ///
    /// @param gigaflops how fast the engine multiplies two matrices of 512 x 512, at its best
    /// @param plain milliseconds of a step on the plain path
    /// @param fast milliseconds of a step as trainings are
    /// @param together milliseconds of a step of each of two trainings at once
    public record Round(double gigaflops, double plain, double fast, double together) {
        /// The milliseconds a step would take if it were nothing but the needed products, at their best speed.
        public double floor() {
            return GFLOP_A_STEP / gigaflops * 1000;
        }

        /// The throughput of two workers over that of one.
        public double scaling() {
            return 2 * fast / together;
        }
    }

    /// Draws the pairs.
    public TrainingBenchmark(Dataset data) throws DataException {
        pairs = data.trainingPairs(1000, SEED.derive("pairs").random());
    }

    /// Whether there is a fast path on this platform.
    public static boolean hasFastPath() {
        return Gemm.available();
    }

    /// Measures one round, after a warm-up of its own.
    ///
    /// @param epochs how long each training of the round is, ten steps each
    public Round round(int epochs) throws EvaluationException, InterruptedException, ExecutionException {
        double gigaflops = gigaflops();
        double plain = step(new PlainComputation(settings, DataType.FLOAT32), epochs);
        double fast = step(fast(), epochs);
        double together = together(epochs);
        return new Round(Math.max(gigaflops, gigaflops()), plain, fast, together);
    }

    private Computation fast() {
        return Computation.of(settings, settings.batch());
    }

    private double step(Computation computation, int epochs) throws EvaluationException, InterruptedException {
        try (var training = new Training(settings, pairs, SEED, computation)) {
            training.advance(1);
            long began = System.nanoTime();
            training.advance(epochs);
            return (System.nanoTime() - began) / 1e6 / (10.0 * epochs);
        }
    }

    /// Two trainings that begin to be timed at once; the mean of both.
    private double together(int epochs) throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(2);
        var tasks = new ArrayList<FutureTask<Double>>();
        for (int i = 0; i < 2; i++) {
            tasks.add(new FutureTask<>(() -> {
                try (var training = new Training(settings, pairs, SEED, fast())) {
                    training.advance(1);
                    ready.countDown();
                    ready.await();
                    long began = System.nanoTime();
                    training.advance(epochs);
                    return (System.nanoTime() - began) / 1e6 / (10.0 * epochs);
                }
            }));
        }
        tasks.forEach(task -> Thread.ofPlatform().daemon().start(task));
        return (tasks.get(0).get() + tasks.get(1).get()) / 2;
    }

    private static double gigaflops() {
        if (!Gemm.available()) {
            return Double.NaN;
        }
        float[] numbers = new float[SIDE * SIDE];
        Arrays.fill(numbers, 1);
        float[] product = new float[SIDE * SIDE];
        var gemm = new Gemm();
        var matrix = Gemm.Matrix.of(numbers, SIDE, SIDE);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < PRODUCTS; i++) {
            long began = System.nanoTime();
            gemm.multiply(matrix, matrix, Gemm.Target.REPLACED, product);
            best = Math.min(best, System.nanoTime() - began);
        }
        return 2.0 * SIDE * SIDE * SIDE / best;
    }

    /// The middle one of some figures.
    public static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
