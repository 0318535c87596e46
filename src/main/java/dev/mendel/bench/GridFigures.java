package dev.mendel.bench;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The steps that make a whole grid fast: its cost the naive way, where each point as written is trained on the
/// plain path by one worker, and after each step away from it. Measured on points drawn from the grid, and
/// multiplied up.
public final class GridFigures {
    private static final double MILLISECONDS_AN_HOUR = 3.6e6;

    private final DigitPairsSettings settings;
    private final SearchSpace space;
    private final FoldCost cost;
    private final Consumer<String> lines;

    /// @param lines takes each line as soon as it is known
    /// @throws DataException if the data set has too few images
    public GridFigures(Experiment experiment, Consumer<String> lines) throws DataException {
        if (!(experiment.objective() instanceof ObjectiveSettings.DigitPairs(DigitPairsSettings fixed))) {
            throw new IllegalArgumentException(
                    experiment.name() + ": objective: only digit-pairs can be measured, for its fast path");
        }
        this.settings = fixed;
        this.space = experiment.space();
        this.cost = new FoldCost(settings, Dataset.mnist(), experiment.seed());
        this.lines = lines;
    }

    /// Measures.
    ///
    /// @param points how many are drawn from the grid as written, and as many from its different configurations
    /// @param workers for the last step
    public void measure(int points, int workers) throws Exception {
        var random = new Seed(1).derive("grid points").random();
        List<Configuration> written =
                Stream.generate(() -> point(random)).limit(points).toList();
        List<Configuration> different = drawn(points, random);
        cost.plain(written.getFirst());
        cost.together(different, workers);
        double[] plain = means(written, different);
        double speedup = cost.together(different, 1) / cost.together(different, workers);
        double all = space.rawGridSize().doubleValue() * settings.folds();
        double once = space.gridSize().doubleValue() * settings.folds();
        double naive = all * plain[0];
        lines.accept("                                              trainings  ms each    hours  times faster");
        row("each point as written, plain path, one worker", all, plain[0], 1, naive);
        row("each different configuration once", once, plain[1], 1, naive);
        row("networks in blocks, products in place", once, plain[2], 1, naive);
        row("workers: " + workers, once, plain[2], speedup, naive);
    }

    /// The mean milliseconds of a fold: of the points as written on the plain path, of the different configurations on
    /// it, and of these on the fast path.
    private double[] means(List<Configuration> written, List<Configuration> different) throws Exception {
        var sums = new double[3];
        for (int i = 0; i < written.size(); i++) {
            sums[0] += milliseconds(cost.plain(written.get(i)));
            sums[1] += milliseconds(cost.plain(different.get(i)));
            sums[2] += milliseconds(cost.fast(different.get(i)));
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= written.size();
        }
        return sums;
    }

    private void row(String way, double trainings, double milliseconds, double speedup, double naive) {
        double total = trainings * milliseconds / speedup;
        lines.accept(String.format(
                Locale.ROOT,
                "%-45s %9.0f %8.0f %8.2f %13.1f",
                way,
                trainings,
                milliseconds,
                total / MILLISECONDS_AN_HOUR,
                naive / total));
    }

    private static double milliseconds(Timing timing) {
        return timing.processor();
    }

    private List<Configuration> drawn(int count, RandomGenerator random) {
        var all = new ArrayList<Configuration>();
        space.grid().forEach(all::add);
        Collections.shuffle(all, Random.from(random));
        return all.subList(0, Math.min(count, all.size()));
    }

    private Configuration point(RandomGenerator random) {
        return space.canonical(space.hyperparameters().stream()
                .map(Hyperparameter::written)
                .map(values -> values.get(random.nextInt(values.size())))
                .toList());
    }
}
