package dev.mendel.training.settings;

import dev.mendel.training.network.Named;
import dev.mendel.training.network.Optimizer;
import java.util.OptionalDouble;

/// The kinds of [Optimizer] as files name them.
enum OptimizerKind implements Named {
    SGD("sgd"),
    ADAM("adam"),
    ADAMW("adamw"),
    ADAGRAD("adagrad");

    private final String word;

    OptimizerKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// The optimizer of this kind.
    ///
    /// @param momentum means nothing to all but [#SGD]
    /// @param weightDecay empty for PyTorch's default: 0.01 for [#ADAMW], none for the others
    Optimizer optimizer(double learningRate, double momentum, OptionalDouble weightDecay) {
        double decay = weightDecay.orElse(0);
        return switch (this) {
            case SGD -> new Optimizer.Sgd(learningRate, momentum, decay);
            case ADAM -> new Optimizer.Adam(learningRate, decay);
            case ADAMW -> new Optimizer.AdamW(learningRate, weightDecay.orElse(Optimizer.AdamW.USUAL_WEIGHT_DECAY));
            case ADAGRAD -> new Optimizer.Adagrad(learningRate, decay);
        };
    }
}
