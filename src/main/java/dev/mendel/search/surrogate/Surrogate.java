package dev.mendel.search.surrogate;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A model of a search space, learnt from evaluations: a Gaussian process over the ranks of their scores.
///
/// Kernel parameters are refitted each time the evaluations have grown by [#GROWTH], from exactly those seen so
/// far. So it knows the same after the same evaluations, whether they came one by
/// one or all at once, and whatever it was asked between them.
public final class Surrogate {
    /// With fewer evaluations there is nothing to be learnt.
    private static final int FEWEST = 5;
    /// It learns from no more than this: the better half and the latest half of them.
    private static final int MOST = 200;

    private static final double GROWTH = 1.15;
    private static final int FIRST_STEPS = 20;
    private static final int STEPS = 4;
    private static final double LOWEST = -9;
    private static final double HIGHEST = 6;

    /// Observations near a place are at least this share of a step's length apart.
    private static final double APART = 0.25;
    /// After more trials than these half as many observations near a place are enough.
    private static final int MANY = 1000;

    /// Of trials that race, whose scores on the way count too.
    private static final int MOST_OF_A_RACE = 260;

    private final Features features;
    private final int most;
    private int trials;
    private final Acquisition acquisition;
    private final List<Observation> observations = new ArrayList<>();
    private Smoothness smoothness;
    private int fitted;
    private GaussianProcess process;

    /// @param acquisition the promise to maximise
    /// @param rungs the number of rungs at which trials are scored, their end included
    public Surrogate(SearchSpace space, Acquisition acquisition, int rungs) {
        most = rungs > 1 ? MOST_OF_A_RACE : MOST;
        this.acquisition = acquisition;
        features = new Features(space, rungs);
        smoothness = Smoothness.prior(features.dimensions());
        process = GaussianProcess.ignorant(features, smoothness);
    }

    /// Takes in an evaluation.
    ///
    /// @param rungs its scores at the rungs that it passed
    /// @param end its score in the end; more is better, negative infinity for a failure, not NaN. Empty for a
    ///     trial that was stopped
    public void learn(Configuration configuration, List<Double> rungs, OptionalDouble end) {
        trials++;
        if (features.hasRungs()) {
            for (int rung = 0; rung < rungs.size(); rung++) {
                observe(configuration, features.point(configuration, rung), rungs.get(rung), false);
            }
        }
        end.ifPresent(score -> observe(configuration, features.point(configuration), score, true));
    }

    private void observe(Configuration configuration, double[] point, double score, boolean end) {
        observations.add(new Observation(observations.size(), configuration, point, score, end));
    }

    /// The promise of untried configurations, by all evaluations so far; empty if those are too few.
    public Optional<Prospects> prospects() {
        return posterior().map(known -> new ScoreProspects(features, known, acquisition, trials, false));
    }

    /// What is known of all evaluations so far; empty if those are too few.
    Optional<GaussianProcess> posterior() {
        if (observations.size() < FEWEST) {
            return Optional.empty();
        }
        fit();
        Window window = Window.of(observations, most);
        if (!window.continues(process.size(), observations.size())) {
            process = GaussianProcess.ignorant(features, smoothness);
        }
        process = process.observing(window.points(process.size()), window.targets());
        return Optional.of(process);
    }

    /// The configurations that have a score, in the order of what the model believes of them, best first; by
    /// score where too few are known for a model. Of noisy scores the best is as a rule a lucky one; the model
    /// sees that its neighbours have done worse.
    public List<Configuration> believed() {
        ToDoubleFunction<Observation> worth =
                prospects().isPresent() ? each -> process.predict(each.point()).mean() : Observation::score;
        return observations.stream()
                .filter(each -> each.end() && each.score() > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparingDouble(worth).reversed())
                .map(Observation::configuration)
                .toList();
    }

    /// What a model of a place's surroundings believes, by the evaluations nearest to it; empty if there are
    /// too few.
    ///
    /// @param length of steps from there, on scales from 0 to 1
    /// @param most how many evaluations are taken
    public Optional<Surroundings> near(Configuration center, double length, int most) {
        if (observations.size() < FEWEST) {
            return Optional.empty();
        }
        fit();
        List<Observation> nearest = Surroundings.nearest(
                features,
                observations,
                features.point(center),
                smoothness,
                APART * length,
                trials > MANY ? most / 2 : most);
        GaussianProcess local = Surroundings.model(features, nearest, length);
        double[] means = local.means();
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            best = means[i] > means[best] ? i : best;
        }
        return Optional.of(new Surroundings(
                nearest.get(best).configuration(), new ScoreProspects(features, local, acquisition, trials, true)));
    }

    /// How far configurations are from all that were evaluated, in place of a promise.
    public Prospects unknown() {
        return new Remoteness(
                features, observations.stream().map(Observation::point).toList());
    }

    /// The configuration with the best score in the end, of equals the first; empty where there is none.
    public Optional<Configuration> best() {
        return best(_ -> true);
    }

    /// The best among those at least so far from another, as the root of the mean square over hyperparameters.
    public Optional<Configuration> bestBeyond(Configuration from, double distance) {
        double[] center = features.point(from);
        return best(each -> features.apart(each.point(), center) >= distance * distance);
    }

    private Optional<Configuration> best(Predicate<Observation> among) {
        Observation best = null;
        for (Observation each : observations) {
            if (each.end() && among.test(each) && (best == null || each.score() > best.score())) {
                best = each;
            }
        }
        return Optional.ofNullable(best).map(Observation::configuration);
    }

    private void fit() {
        for (int due = due(); due <= observations.size(); due = due()) {
            fit(due);
        }
    }

    /// The number of evaluations at which the next fit is due.
    private int due() {
        return fitted == 0 ? FEWEST : Math.max(fitted + 1, (int) Math.ceil(fitted * GROWTH));
    }

    private void fit(int count) {
        Window window = Window.of(observations.subList(0, count), most);
        var likelihood =
                new Likelihood(features, window.points(0), window.targets(), Smoothness.prior(features.dimensions()));
        smoothness = Smoothness.ofLogarithms(Ascent.climb(
                likelihood::of, smoothness.logarithms(), fitted == 0 ? FIRST_STEPS : STEPS, LOWEST, HIGHEST));
        fitted = count;
        process = GaussianProcess.ignorant(features, smoothness);
    }
}
