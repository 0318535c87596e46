package dev.mendel.bench;

import dev.mendel.analysis.Statistics;
import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitPairs;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.training.PairObjective;
import dev.mendel.training.Training;
import dev.mendel.training.block.BlockComputation;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.product.Products;
import dev.mendel.training.product.SgemmProducts;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.PairModel;
import dev.mendel.training.settings.Setting;
import dev.mendel.training.torch.PlainComputation;
import dev.mendel.training.torch.SquareProduct;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/// Measures the cost of training on this machine: the reference training (1000 pairs, batches of 100, Adam) by
/// every engine, against the least time its multiplications can take and against Python. A machine's speed
/// drifts, so everything is measured in turns, and only ratios within a round mean much.
final class TrainingBenchmark {
    /// The multiplications and additions of a step, in millions: those of the convolutions and linear layers
    /// forward and backward, but for the gradient by the images.
    public static final double MILLION_OPERATIONS_A_STEP = 1199;

    private static final int PAIRS = 1000;
    private static final int SIDE = 512;
    private static final int PRODUCTS = 16;
    private static final int SCALING_PRODUCTS = 200;
    private static final Seed SEED = new Seed(1);

    private final Dataset data;
    private final DigitPairs pairs;
    private final PairSettings settings = DigitPairsSettings.DEFAULTS.resolve(new Configuration(Map.of()));
    private final int stepsAnEpoch = PAIRS / settings.batch();

    /// @throws DataException if the data set has fewer than 2000 training images
    public TrainingBenchmark(Dataset data) throws DataException {
        this.data = data;
        this.pairs = data.trainingPairs(PAIRS, SEED.random());
    }

    /// One turn of all measurements; times are of one step.
    ///
    /// @param peak the best rate of 512 × 512 products through the engine, in thousand million operations a second
    /// @param pytorch by the engine of that name
    /// @param blocks by the engine of that name
    /// @param sgemm by blocks, but with products by PyTorch's library; no numbers where that can't be had
    /// @param eachOfTwo by blocks, while another thread does the same
    /// @param products the throughput of products by two threads as a multiple of one's: the most that the
    ///     machine gives
    /// @param python the same in Python
    public record Round(
            double peak,
            Timing pytorch,
            Timing blocks,
            Timing sgemm,
            Timing eachOfTwo,
            double products,
            EagerPython python) {
        /// The least milliseconds a step's operations can take at the round's peak.
        public double floor() {
            return MILLION_OPERATIONS_A_STEP / peak;
        }

        /// The time of blocks over the floor.
        public double timesTheFloor() {
            return blocks.processor() / floor();
        }

        /// The time of blocks over that of PyTorch.
        public double ofPytorch() {
            return blocks.processor() / pytorch.processor();
        }

        /// The time of blocks with Mendel's own products over that with those of PyTorch's library.
        public double ofSgemm() {
            return blocks.processor() / sgemm.processor();
        }

        /// The throughput of two threads as a multiple of one's.
        public double twoWorkers() {
            return 2 * blocks.wall() / eachOfTwo.wall();
        }
    }

    /// A trial of one model.
    ///
    /// @param processor of all folds together
    /// @param timesTheFloor that over the least time that the multiplications of its towers can take, at the peak
    ///     of this machine just before
    public record ModelTime(String model, double score, Duration processor, double timesTheFloor) {}

    /// The projected cost of a complete grid.
    ///
    /// @param trials how many there are
    /// @param processor of all of them, on one thread
    public record Projection(String trials, Duration processor) {}

    /// Measures in turns.
    ///
    /// @param epochs of each training in each round
    public List<Round> rounds(int count, int epochs) throws Exception {
        train(epochs, blocks());
        sgemm(epochs);
        train(1, pytorch());
        var rounds = new ArrayList<Round>();
        for (int round = 0; round < count; round++) {
            rounds.add(new Round(
                    peak(),
                    train(epochs, pytorch()),
                    train(epochs, blocks()),
                    sgemm(epochs),
                    both(() -> train(epochs, blocks())),
                    productsOfTwo(),
                    EagerPython.measure(epochs * stepsAnEpoch)));
        }
        return rounds;
    }

    /// The median of several rounds.
    public static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Statistics.median(rounds.stream().mapToDouble(figure).toArray());
    }

    /// A trial of each of the Mentha report's five models, all folds, with the reference settings otherwise.
    public List<ModelTime> models() throws Exception {
        var times = new ArrayList<ModelTime>();
        try (PairObjective objective = PairObjective.draw(DigitPairsSettings.DEFAULTS, data, SEED)) {
            for (PairModel model : PairModel.values()) {
                times.add(time(objective, model));
            }
        }
        return times;
    }

    /// The time of all points of a grid as written, and of each different configuration of it once, at the mean
    /// time of the models.
    public static Map<String, Projection> projections(SearchSpace space, List<ModelTime> models) {
        double seconds = models.stream()
                .mapToDouble(model -> model.processor().toMillis() / 1000.0)
                .average()
                .orElseThrow();
        var projections = new LinkedHashMap<String, Projection>();
        projections.put("every point", projection(space.rawGridSize().toString(), seconds));
        projections.put("each configuration once", projection(space.gridSize().toString(), seconds));
        return projections;
    }

    private static Projection projection(String trials, double seconds) {
        return new Projection(trials, Duration.ofSeconds(Math.round(Double.parseDouble(trials) * seconds)));
    }

    private ModelTime time(PairObjective objective, PairModel model) throws Exception {
        var configuration = new Configuration(Map.of(Setting.MODEL.label(), new Value.Text(model.word())));
        Trial trial = Trial.of(new TrialId(1), configuration, SEED);
        double steps = (double) (objective.folds() - 1) * PAIRS * settings.epochs() / settings.batch();
        double floor = steps * MILLION_OPERATIONS_A_STEP / peak();
        Duration processor = Duration.ZERO;
        double score = 0;
        for (int fold = 0; fold < objective.folds(); fold++) {
            FoldResult result = objective.evaluate(trial, fold);
            processor = processor.plus(result.time());
            score += result.score().value() / objective.folds();
        }
        return new ModelTime(model.word(), score, processor, processor.toNanos() / 1e6 / floor);
    }

    private static double productsOfTwo() throws Exception {
        Callable<Timing> products = () -> {
            try (var square = new SquareProduct(SIDE)) {
                return Timing.of(() -> {
                    for (int i = 0; i < SCALING_PRODUCTS; i++) {
                        square.multiply();
                    }
                });
            }
        };
        products.call();
        return 2 * products.call().wall() / both(products).wall();
    }

    /// The time that each of two threads needs, on average, for the same work at the same time.
    private static Timing both(Callable<Timing> one) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Timing>> both = threads.invokeAll(List.of(one, one));
            Timing first = both.getFirst().get();
            Timing second = both.getLast().get();
            return new Timing((first.processor() + second.processor()) / 2, (first.wall() + second.wall()) / 2);
        }
    }

    private Computation blocks() {
        return new BlockComputation(settings, settings.batch() + 1, Products.create());
    }

    private Computation pytorch() {
        return new PlainComputation(settings);
    }

    private Timing sgemm(int epochs) throws Exception {
        return SgemmProducts.available()
                ? train(epochs, new BlockComputation(settings, settings.batch() + 1, new SgemmProducts()))
                : new Timing(Double.NaN, Double.NaN);
    }

    private Timing train(int epochs, Computation computation) throws Exception {
        try (var training = new Training(settings, pairs, SEED, computation)) {
            return Timing.of(() -> training.advance(epochs)).dividedBy(epochs * stepsAnEpoch);
        }
    }

    private static double peak() throws Exception {
        try (var square = new SquareProduct(SIDE)) {
            double best = 0;
            for (int i = 0; i < PRODUCTS; i++) {
                Timing product = Timing.of(square::multiply);
                best = Math.max(best, 2e-6 * SIDE * SIDE * SIDE / product.processor());
            }
            return best;
        }
    }
}
