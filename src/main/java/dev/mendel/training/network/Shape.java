package dev.mendel.training.network;

/// The shape of a layer's input or output, for one sample.
public sealed interface Shape {

    /// Channels of `height` × `width` numbers.
    record Image(int channels, int height, int width) implements Shape {
        @Override
        public int size() {
            return channels * height * width;
        }

        @Override
        public String toString() {
            return channels + " channel" + (channels == 1 ? "" : "s") + " of " + height + "x" + width;
        }
    }

    /// A list of numbers.
    record Vector(int size) implements Shape {
        @Override
        public String toString() {
            return size + " number" + (size == 1 ? "" : "s");
        }
    }

    /// The number of elements.
    int size();

    /// The number of means and variances that a batch normalisation keeps: one for each channel, or for each
    /// number of a vector.
    default int features() {
        return switch (this) {
            case Image image -> image.channels();
            case Vector vector -> vector.size();
        };
    }
}
