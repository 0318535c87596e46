package dev.mendel.training.network;

/// All that decides a training but its data and its seed.
///
/// @param engine the engine that computes it
/// @param lambda the weight of each class loss beside the comparison's; means nothing without auxiliary loss,
///     and nothing to a [Head.LessOrEqual]
public record PairSettings(
        Engine engine,
        int epochs,
        int batch,
        Network network,
        Loss comparisonLoss,
        Loss classLoss,
        double lambda,
        Optimizer optimizer,
        Regime regime) {
    public PairSettings {
        if (epochs < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "epochs and batch are whole numbers from 1, found: " + epochs + " and " + batch);
        }
        if (batch == 1) {
            network.alone().ifPresent(part -> {
                throw new IllegalArgumentException("batch: 1, but batch-norm in the " + part
                        + " normalises single numbers, and one pair has no deviation; allowed is a batch from 2");
            });
        }
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda is a number >= 0, found: " + lambda);
        }
    }

    /// Settings with the regime [Regime#PLAIN].
    public PairSettings(
            Engine engine,
            int epochs,
            int batch,
            Network network,
            Loss comparisonLoss,
            Loss classLoss,
            double lambda,
            Optimizer optimizer) {
        this(engine, epochs, batch, network, comparisonLoss, classLoss, lambda, optimizer, Regime.PLAIN);
    }

    /// These settings with another regime.
    public PairSettings with(Regime other) {
        return new PairSettings(engine, epochs, batch, network, comparisonLoss, classLoss, lambda, optimizer, other);
    }
}
