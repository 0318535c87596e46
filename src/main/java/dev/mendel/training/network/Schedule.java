package dev.mendel.training.network;

/// How the learning rate changes over the steps of a whole training. It is the same however the training is
/// advanced, and after the last step it stays.
public enum Schedule implements Named {
    /// The same rate in every step.
    CONSTANT("constant"),
    /// From the rate down to almost 0 along half a cosine: η·(1 + cos(π·t/T))/2 in step t of T, counted from 0.
    /// Loshchilov & Hutter, SGDR, 2017, without restarts; PyTorch's `CosineAnnealingLR`.
    COSINE("cosine"),
    /// From a 25th of the rate up to it in the first 30 % of the steps, then down to a 250,000th, both along
    /// half a cosine. Smith & Topin, Super-Convergence, 2018; PyTorch's `OneCycleLR` with its defaults, but
    /// without a cycle of the momentum.
    ONE_CYCLE("one-cycle");

    private static final double RISING_SHARE = 0.3;
    private static final double FIRST_PART = 25;
    private static final double LAST_PART = 1e4 * FIRST_PART;

    private final String word;

    Schedule(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// The learning rate of a step.
    ///
    /// @param highest the learning rate of the optimizer
    /// @param step counted from 0; from `steps` on it is taken for the last
    /// @param steps of the whole training, at least 1
    public double rate(double highest, long step, long steps) {
        long at = Math.min(step, steps - 1);
        return switch (this) {
            case CONSTANT -> highest;
            case COSINE -> between(highest, 0, (double) at / steps);
            case ONE_CYCLE -> {
                double peak = RISING_SHARE * steps - 1;
                yield at <= peak
                        ? between(highest / FIRST_PART, highest, at / peak)
                        : between(highest, highest / LAST_PART, (at - peak) / (steps - 1 - peak));
            }
        };
    }

    /// The number at a share of the way from one to another along half a cosine.
    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * share)) / 2;
    }
}
