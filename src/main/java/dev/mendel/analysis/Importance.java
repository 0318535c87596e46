package dev.mendel.analysis;

import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The importance of a hyperparameter for being among the best trials, by PED-ANOVA: the variance of "is among
/// the best" that the hyperparameter explains on its own, got from the Pearson divergence between the
/// distribution of its values among the best trials and among all (S. Watanabe, A. Bansal & F. Hutter,
/// PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in Arbitrary Subspaces, IJCAI 2023).
///
/// A hyperparameter with a condition is examined in the subspace where it takes part, with that subspace's
/// share of the best, and weighted by the share of trials that lie there: by the law of total variance that is
/// the part its values explain, without the part explained by whether it takes part, which belongs to its
/// parents.
///
/// @param hyperparameter its name
/// @param share of the sum over all hyperparameters; 0 for all where nothing is explained
/// @param chance the share it would be expected to have if the best had been chosen by lot
/// @param active in which share of the trials it takes part
public record Importance(String hyperparameter, double share, double chance, double active) {
    /// Among fewer finished trials than these nothing is said.
    public static final int FEWEST = 10;

    private static final double BEST = 0.1;
    private static final int FEWEST_BEST = 5;

    /// The explained part, as a variance.
    private record Explained(Hyperparameter hyperparameter, double variance, double chance, double active) {}

    /// The importance of each hyperparameter, the largest first; empty with fewer than [#FEWEST] finished
    /// trials. The best are a tenth of the trials that have not failed, at least five, with ties of the last of
    /// them. Stopped trials are among the others, as trials that would have ended worse: where fewer than a
    /// tenth have finished, these are the best.
    public static List<Importance> of(List<Evaluation> evaluations, SearchSpace space) {
        return of(evaluations, space, outcome -> outcome.score().map(Score::value));
    }

    /// The same for being among the best by another number than the score.
    ///
    /// @param worth more is better; empty for a trial that has none
    public static List<Importance> of(
            List<Evaluation> evaluations, SearchSpace space, Function<Outcome, Optional<Double>> worth) {
        List<Double> scores = evaluations.stream()
                .flatMap(evaluation -> worth.apply(evaluation.outcome()).stream())
                .sorted(Collections.reverseOrder())
                .toList();
        if (scores.size() < FEWEST) {
            return List.of();
        }
        List<Evaluation> judged = evaluations.stream()
                .filter(evaluation -> !(evaluation.outcome() instanceof Outcome.Failed))
                .toList();
        double bar = scores.get(Math.min(best(judged.size()), scores.size()) - 1);
        Predicate<Evaluation> reaching = evaluation ->
                worth.apply(evaluation.outcome()).filter(score -> score >= bar).isPresent();
        List<Explained> explained = space.hyperparameters().stream()
                .map(hyperparameter -> explained(hyperparameter, judged, reaching))
                .toList();
        double sum = explained.stream().mapToDouble(Explained::variance).sum();
        return explained.stream()
                .map(each -> new Importance(
                        each.hyperparameter().name(),
                        sum > 0 ? each.variance() / sum : 0,
                        sum > 0 ? each.chance() / sum : 0,
                        each.active()))
                .sorted(Comparator.comparingDouble(Importance::share).reversed())
                .toList();
    }

    /// How many of so many trials count as the best.
    static int best(int trials) {
        return Math.max(FEWEST_BEST, (int) Math.ceil(BEST * trials));
    }

    private static Explained explained(
            Hyperparameter hyperparameter, List<Evaluation> judged, Predicate<Evaluation> reaching) {
        String name = hyperparameter.name();
        List<Evaluation> active = judged.stream()
                .filter(evaluation -> evaluation.trial().configuration().has(name))
                .toList();
        long best = active.stream().filter(reaching).count();
        double share = (double) active.size() / judged.size();
        if (best == 0) {
            return new Explained(hyperparameter, 0, 0, share);
        }
        List<Value> values = active.stream()
                .map(evaluation -> evaluation.trial().configuration().find(name).orElseThrow())
                .toList();
        var densities = Densities.of(Cells.of(hyperparameter, values), values);
        double[] all = densities.mean();
        double[] top = densities.mean(i -> reaching.test(active.get(i)));
        double weight = share * Math.pow((double) best / active.size(), 2);
        return new Explained(
                hyperparameter, weight * divergence(top, all), weight * byLot(densities, all, best), share);
    }

    /// The Pearson divergence Σ q (p / q − 1)².
    static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += q[i] > 0 ? (p[i] - q[i]) * (p[i] - q[i]) / q[i] : 0;
        }
        return sum;
    }

    /// The divergence to be expected where `best` of the rows are drawn without putting back: the variance of a
    /// sample's mean in a finite population, place by place.
    private static double byLot(Densities densities, double[] all, long best) {
        double[][] rows = densities.rows();
        if (rows.length < 2) {
            return 0;
        }
        double sum = 0;
        for (int place = 0; place < all.length; place++) {
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[place] - all[place]) * (row[place] - all[place]);
            }
            sum += all[place] > 0 ? squares / all[place] : 0;
        }
        return sum / (rows.length - 1) / best * (1 - (double) best / rows.length);
    }
}
