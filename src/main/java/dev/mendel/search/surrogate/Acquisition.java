package dev.mendel.search.surrogate;

import dev.mendel.search.surrogate.GaussianProcess.Prediction;

/// What makes a configuration worth a trial.
enum Acquisition {
    /// The upper confidence bound of the score (Srinivas et al., Gaussian process optimization in the bandit
    /// setting, 2010).
    CONFIDENCE_BOUND {
        @Override
        double value(Prediction prediction, double best) {
            return prediction.mean() + OPTIMISM * prediction.deviation();
        }
    },

    /// The logarithm of how far the score is expected to exceed the best one, less counting as nothing (Jones,
    /// Schonlau & Welch, Efficient global optimization of expensive black-box functions, 1998). Next to the best
    /// rank, which nothing is expected to exceed, it looks for the unknown more than the bound does.
    EXPECTED_IMPROVEMENT {
        @Override
        double value(Prediction prediction, double best) {
            return StrictMath.log(prediction.deviation())
                    + Normal.logarithmOfExcess((prediction.mean() - best) / prediction.deviation());
        }
    };

    /// How many standard deviations better than expected a configuration is hoped to be.
    private static final double OPTIMISM = 2;

    /// The one whose turn it is.
    ///
    /// @param trials how many there were before
    static Acquisition of(int trials) {
        return trials % 2 == 0 ? CONFIDENCE_BOUND : EXPECTED_IMPROVEMENT;
    }

    /// More is better; comparable among values of the same acquisition and the same process.
    ///
    /// @param best the highest score that was observed
    abstract double value(Prediction prediction, double best);
}
