package dev.mendel.training.network;

import java.util.List;

/// The part of a pair network that compares.
public sealed interface Head {

    /// The likeliest digit class of the first image is less than or equal to that of the second. Nothing is
    /// learnt from the comparison: only class losses train such a network.
    record LessOrEqual() implements Head {}

    /// Two weighted sums of the towers' features.
    record Linear() implements Head {}

    /// One hidden layer of rectified units between the towers and the two sums.
    record Perceptron(int hidden) implements Head {
        public Perceptron {
            if (hidden < 1) {
                throw new IllegalArgumentException("a head's hidden units are a whole number from 1, found: " + hidden);
            }
        }
    }

    /// The head as layers; none where nothing is learnt.
    default List<Layer> layers() {
        return switch (this) {
            case LessOrEqual _ -> List.of();
            case Linear _ -> List.of(new Layer.Linear(2));
            case Perceptron(int hidden) -> List.of(new Layer.Linear(hidden), new Layer.Relu(), new Layer.Linear(2));
        };
    }

    /// The number of parameters of a head with `inputs` inputs.
    default int parameters(int inputs) {
        return switch (this) {
            case LessOrEqual _ -> 0;
            case Linear _ -> 2 * (inputs + 1);
            case Perceptron(int hidden) -> hidden * (inputs + 1) + 2 * (hidden + 1);
        };
    }
}
