package dev.mendel.training;

import dev.mendel.training.network.Optimizer;

/// An optimizer's state: steps along gradients, with the moments of its formula. Single precision throughout,
/// in PyTorch's order of operations.
sealed interface OptimizerState {

    /// Moves the parameters one step.
    ///
    /// @param learningRate that of this step, which a schedule may make less than the optimizer's own
    void step(float[] parameters, float[] gradient, double learningRate);

    /// An optimizer for a number of parameters that has made no step yet.
    static OptimizerState of(Optimizer optimizer, int size) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> new Momentum(sgd, new float[size]);
            case Optimizer.Adam(double _, double decay) -> new Moments(decay, 0, size);
            case Optimizer.AdamW(double _, double decay) -> new Moments(0, decay, size);
            case Optimizer.Adagrad adagrad -> new Squares(adagrad, new float[size]);
        };
    }

    /// v ← μ·v + g; w ← w − η·v.
    @SuppressWarnings("ArrayRecordComponent") // a memory, never compared
    record Momentum(Optimizer.Sgd settings, float[] velocity) implements OptimizerState {
        @Override
        public void step(float[] parameters, float[] gradient, double learningRate) {
            float rate = (float) learningRate;
            float decay = (float) settings.weightDecay();
            float momentum = (float) settings.momentum();
            for (int i = 0; i < parameters.length; i++) {
                float slope = gradient[i] + decay * parameters[i];
                velocity[i] = momentum * velocity[i] + slope;
                parameters[i] -= rate * velocity[i];
            }
        }
    }

    /// s ← s + g²; w ← w − η·g / (√s + ε).
    @SuppressWarnings("ArrayRecordComponent") // a memory, never compared
    record Squares(Optimizer.Adagrad settings, float[] sums) implements OptimizerState {
        private static final float EPSILON = 1e-10f;

        @Override
        public void step(float[] parameters, float[] gradient, double learningRate) {
            float rate = (float) learningRate;
            float decay = (float) settings.weightDecay();
            for (int i = 0; i < parameters.length; i++) {
                float slope = gradient[i] + decay * parameters[i];
                sums[i] += slope * slope;
                parameters[i] -= rate * (slope / ((float) Math.sqrt(sums[i]) + EPSILON));
            }
        }
    }

    /// Adam, and AdamW where the decay is decoupled from the gradient:
    /// m ← m + (1 − β₁)(g − m); v ← β₂·v + (1 − β₂)·g²; w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
    final class Moments implements OptimizerState {
        private static final double BETA_1 = 0.9;
        private static final double BETA_2 = 0.999;
        private static final float EPSILON = 1e-8f;

        private final float decay;
        private final double decoupledDecay;
        private final float[] first;
        private final float[] second;
        private int steps;

        private Moments(double decay, double decoupledDecay, int size) {
            this.decay = (float) decay;
            this.decoupledDecay = decoupledDecay;
            first = new float[size];
            second = new float[size];
        }

        @Override
        public void step(float[] parameters, float[] gradient, double learningRate) {
            steps++;
            float decoupled = (float) (1 - learningRate * decoupledDecay);
            float size = (float) (learningRate / (1 - StrictMath.pow(BETA_1, steps)));
            float root = (float) Math.sqrt(1 - StrictMath.pow(BETA_2, steps));
            float new1 = (float) (1 - BETA_1);
            float old2 = (float) BETA_2;
            float new2 = (float) (1 - BETA_2);
            for (int i = 0; i < parameters.length; i++) {
                float weight = parameters[i] * decoupled;
                float slope = gradient[i] + decay * weight;
                first[i] += new1 * (slope - first[i]);
                second[i] = old2 * second[i] + new2 * slope * slope;
                parameters[i] = weight - size * (first[i] / ((float) Math.sqrt(second[i]) / root + EPSILON));
            }
        }
    }
}
