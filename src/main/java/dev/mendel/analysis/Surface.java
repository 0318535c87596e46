package dev.mendel.analysis;

import dev.mendel.space.Choice;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Range;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scores over two hyperparameters, as a surface of cells: at the middle of each the mean of the finished
/// trials, weighted by nearness on the scales of the ranges (E. A. Nadaraya, On estimating regression, 1964; the
/// weights are those of a normal distribution). Trials with different choices are never near each other.
///
/// @param first the hyperparameter across
/// @param second the one upwards
/// @param columns cells across: one for each choice, else equal parts of the range's scale
/// @param rows cells upwards
/// @param values row by row, with six digits; not a number where no trial is near
public record Surface(String first, String second, int columns, int rows, List<Double> values) {
    private static final int PARTS = 20;
    private static final MathContext DIGITS = new MathContext(6);

    /// Nearness reaches less far with more trials: n^(-1/6) is the rate for two dimensions (D. W. Scott,
    /// Multivariate Density Estimation, 1992).
    private static final double REACH = 0.35;

    private static final double NARROWEST = 0.05;
    private static final double WIDEST = 0.2;

    /// The weight of one trial at two and a half widths.
    private static final double LEAST = StrictMath.exp(-3.125);

    /// The same with the objective's own values in place of the scores.
    public Surface valued(Direction direction) {
        return new Surface(
                first,
                second,
                columns,
                rows,
                values.stream().map(direction::value).toList());
    }

    /// Each two of the hyperparameters, in their order; those that never take part together are left out.
    ///
    /// Scores below the lower quartile by more than 1.5 times the quartiles' distance count as that bound, so that
    /// a few very bad trials don't hide all others.
    public static List<Surface> of(List<Evaluation> evaluations, List<Hyperparameter> hyperparameters) {
        List<Evaluation> finished = evaluations.stream()
                .filter(evaluation -> evaluation.outcome().score().isPresent())
                .toList();
        double bound = bound(finished);
        var surfaces = new ArrayList<Surface>();
        for (int i = 0; i < hyperparameters.size(); i++) {
            for (int j = i + 1; j < hyperparameters.size(); j++) {
                of(finished, bound, hyperparameters.get(i), hyperparameters.get(j))
                        .ifPresent(surfaces::add);
            }
        }
        return surfaces;
    }

    private static double bound(List<Evaluation> finished) {
        double[] scores = finished.stream().mapToDouble(Surface::score).toArray();
        double low = Statistics.quantile(0.25, scores);
        return low - 1.5 * (Statistics.quantile(0.75, scores) - low);
    }

    private static Optional<Surface> of(
            List<Evaluation> finished, double bound, Hyperparameter first, Hyperparameter second) {
        List<Evaluation> both = finished.stream()
                .filter(evaluation -> evaluation.trial().configuration().has(first.name())
                        && evaluation.trial().configuration().has(second.name()))
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        double width = Math.clamp(REACH * StrictMath.pow(both.size(), -1.0 / 6), NARROWEST, WIDEST);
        double[][] across = nearness(both, first, width);
        double[][] upwards = nearness(both, second, width);
        double[] scores =
                both.stream().mapToDouble(each -> Math.max(bound, score(each))).toArray();
        var values = new ArrayList<Double>();
        for (double[] row : upwards) {
            for (double[] column : across) {
                values.add(mean(scores, row, column));
            }
        }
        return Optional.of(new Surface(first.name(), second.name(), across.length, upwards.length, values));
    }

    /// How near each trial is to each cell.
    private static double[][] nearness(List<Evaluation> trials, Hyperparameter hyperparameter, double width) {
        double[] places = trials.stream()
                .mapToDouble(trial -> place(hyperparameter, trial))
                .toArray();
        boolean choice = hyperparameter instanceof Choice;
        double[][] nearness = new double[choice ? hyperparameter.grid().size() : PARTS][places.length];
        for (int cell = 0; cell < nearness.length; cell++) {
            for (int i = 0; i < places.length; i++) {
                double distance = (places[i] - (cell + 0.5) / PARTS) / width;
                nearness[cell][i] = choice ? (places[i] == cell ? 1 : 0) : StrictMath.exp(-distance * distance / 2);
            }
        }
        return nearness;
    }

    /// A choice's number, or a number's place on the range's scale, from 0 to 1.
    private static double place(Hyperparameter hyperparameter, Evaluation trial) {
        Value value = trial.trial().configuration().find(hyperparameter.name()).orElseThrow();
        return switch (hyperparameter) {
            case Choice choice -> choice.grid().indexOf(value);
            case Range range -> range.unit(value);
        };
    }

    private static double mean(double[] scores, double[] row, double[] column) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < scores.length; i++) {
            double weight = row[i] * column[i];
            sum += weight * scores[i];
            weights += weight;
        }
        double mean = sum / weights;
        return weights < LEAST || !Double.isFinite(mean)
                ? Double.NaN
                : new BigDecimal(mean).round(DIGITS).doubleValue();
    }

    private static double score(Evaluation evaluation) {
        return evaluation.outcome().score().map(Score::value).orElseThrow();
    }
}
