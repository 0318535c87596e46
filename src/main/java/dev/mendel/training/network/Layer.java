package dev.mendel.training.network;

/// One layer of a [Tower], with the meaning it has in PyTorch. Written in experiment files as [Object#toString]
/// writes it.
public sealed interface Layer {

    /// Slides `channels` filters of `kernel` × `kernel` over an image that is padded with zeros.
    record Convolution(int channels, int kernel, int stride, int padding) implements Layer {
        public Convolution {
            requirePositive("channels", channels);
            requirePositive("kernel", kernel);
            requirePositive("stride", stride);
            if (padding < 0 || padding >= kernel) {
                throw new IllegalArgumentException("padding is a whole number from 0 to " + (kernel - 1)
                        + " (less than the kernel), found: " + padding);
            }
        }

        @Override
        public String toString() {
            return "conv " + channels + " " + kernel + "x" + kernel + suffix("stride", stride, 1)
                    + suffix("padding", padding, 0);
        }
    }

    /// Takes the largest number of each `kernel` × `kernel` window.
    record MaxPool(int kernel, int stride) implements Layer {
        public MaxPool {
            requirePositive("kernel", kernel);
            requirePositive("stride", stride);
        }

        @Override
        public String toString() {
            return "pool " + kernel + suffix("stride", stride, kernel);
        }
    }

    /// Replaces negative numbers by zero.
    record Relu() implements Layer {
        @Override
        public String toString() {
            return "relu";
        }
    }

    /// Takes `units` weighted sums of everything that comes in.
    record Linear(int units) implements Layer {
        public Linear {
            requirePositive("units", units);
        }

        @Override
        public String toString() {
            return "linear " + units;
        }
    }

    /// Gives each channel (of an image) or number (of a vector) mean 0 and variance 1 over the batch, then
    /// scales and shifts it by learnt amounts; when scoring, with running averages in place of the batch's.
    record BatchNorm() implements Layer {
        @Override
        public String toString() {
            return "batch-norm";
        }
    }

    /// Sets numbers to zero with the given probability while training, and scales the others up to make good
    /// for it.
    record Dropout(double probability) implements Layer {
        public Dropout {
            if (!(probability >= 0 && probability < 1)) {
                throw new IllegalArgumentException(
                        "a dropout probability is from 0 to less than 1, found: " + probability);
            }
        }

        @Override
        public String toString() {
            return "dropout " + probability;
        }
    }

    private static void requirePositive(String what, int found) {
        if (found < 1) {
            throw new IllegalArgumentException(what + " is a whole number from 1, found: " + found);
        }
    }

    private static String suffix(String what, int value, int usual) {
        return value == usual ? "" : " " + what + " " + value;
    }
}
