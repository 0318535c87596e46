package dev.mendel.training.network;

/// An optimizer, with PyTorch's formulas and defaults.
public sealed interface Optimizer {

    /// Stochastic gradient descent; `momentum` 0 is plain descent.
    record Sgd(double learningRate, double momentum, double weightDecay) implements Optimizer {
        public Sgd {
            check(learningRate, weightDecay);
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("momentum is from 0 to less than 1, found: " + momentum);
            }
        }
    }

    /// Adam with β = (0.9, 0.999), ε = 1e-8; weight decay is added to the gradient.
    record Adam(double learningRate, double weightDecay) implements Optimizer {
        public Adam {
            check(learningRate, weightDecay);
        }
    }

    /// Adam with decoupled weight decay, 0.01 unless said otherwise.
    record AdamW(double learningRate, double weightDecay) implements Optimizer {
        /// PyTorch's weight decay where none is given.
        public static final double USUAL_WEIGHT_DECAY = 0.01;

        public AdamW {
            check(learningRate, weightDecay);
        }
    }

    /// Adagrad with ε = 1e-10 and no decay of the learning rate.
    record Adagrad(double learningRate, double weightDecay) implements Optimizer {
        public Adagrad {
            check(learningRate, weightDecay);
        }
    }

    double learningRate();

    private static void check(double learningRate, double weightDecay) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("a learning rate is a number > 0, found: " + learningRate);
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("a weight decay is a number >= 0, found: " + weightDecay);
        }
    }
}
