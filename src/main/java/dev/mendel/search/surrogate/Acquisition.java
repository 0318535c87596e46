package dev.mendel.search.surrogate;

import dev.mendel.search.surrogate.GaussianProcess.Prediction;

/// The measure by which a configuration is worth a trial.
public enum Acquisition {
    /// The upper confidence bound of the score: two standard deviations above the mean (Srinivas et al.,
    /// Gaussian process optimization in the bandit setting, 2010).
    CONFIDENCE_BOUND,

    /// The expected improvement on the best score, a decline counting as nothing (Jones, Schonlau & Welch,
    /// Efficient global optimization of expensive black-box functions, 1998). Next to the best rank, which
    /// nothing is expected to exceed, it looks for the unknown more than the bound does.
    EXPECTED_IMPROVEMENT,

    /// Confidence bound and expected improvement by turns, from trial to trial: each finds places that the
    /// other misses.
    TURNS;

    /// The number of standard deviations that are added to a configuration's expected score.
    private static final double OPTIMISM = 2;

    /// More is better; comparable among values of the same acquisition, process and number of trials.
    ///
    /// @param best the highest score that was observed
    /// @param trials how many there were before
    double value(Prediction prediction, double best, int trials) {
        return switch (this) {
            case CONFIDENCE_BOUND -> bound(prediction);
            case EXPECTED_IMPROVEMENT -> improvement(prediction, best);
            case TURNS -> trials % 2 == 0 ? bound(prediction) : improvement(prediction, best);
        };
    }

    private static double bound(Prediction prediction) {
        return prediction.mean() + OPTIMISM * prediction.deviation();
    }

    /// The logarithm of the expectation.
    private static double improvement(Prediction prediction, double best) {
        return StrictMath.log(prediction.deviation())
                + Normal.logarithmOfExcess((prediction.mean() - best) / prediction.deviation());
    }
}
