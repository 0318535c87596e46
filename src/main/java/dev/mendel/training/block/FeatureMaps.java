package dev.mendel.training.block;

import dev.mendel.training.network.Shape;
import java.util.Arrays;

/// The feature maps of several samples at one stage of a network: for each position of the image, row by row,
/// an array of each sample's channels, sample after sample. A vector is an image of one position.
///
/// Arrays of one position are computed with in plain loops over the same index, which Java turns into vector
/// instructions.
final class FeatureMaps {
    private final Shape.Image shape;
    private final float[][] planes;
    private int samples;

    /// @param capacity the most samples there can be
    FeatureMaps(Shape shape, int capacity) {
        this.shape = image(shape);
        this.planes = new float[this.shape.height() * this.shape.width()][capacity * this.shape.channels()];
    }

    /// The same shape with as many samples, and whatever numbers are in the memory.
    FeatureMaps ofSize(int count) {
        samples = count;
        return this;
    }

    /// Sets all numbers in use to 0.
    void clear() {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0, length(), 0);
        }
    }

    /// Takes as many samples as these are from others of the same shape, from one on.
    FeatureMaps take(FeatureMaps others, int from) {
        for (int position = 0; position < planes.length; position++) {
            System.arraycopy(others.planes[position], from * channels(), planes[position], 0, length());
        }
        return this;
    }

    /// The inverse of [#take]: puts others of the same shape in the place of as many samples, from one on.
    void put(FeatureMaps others, int from) {
        for (int position = 0; position < planes.length; position++) {
            System.arraycopy(others.planes[position], 0, planes[position], from * channels(), others.length());
        }
    }

    int samples() {
        return samples;
    }

    int channels() {
        return shape.channels();
    }

    int height() {
        return shape.height();
    }

    int width() {
        return shape.width();
    }

    int positions() {
        return planes.length;
    }

    /// The part of each plane that is in use.
    int length() {
        return samples * shape.channels();
    }

    float[] plane(int position) {
        return planes[position];
    }

    /// The plane of a position, or another one where the position is outside.
    float[] plane(int row, int column, float[] outside) {
        return contains(row, column) ? plane(row, column) : outside;
    }

    float[] plane(int row, int column) {
        return planes[row * shape.width() + column];
    }

    boolean contains(int row, int column) {
        return row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    }

    /// Puts images, each its pixels row by row, into one channel, from a sample on.
    void putImages(float[] pixels, int sample, int channel) {
        int count = pixels.length / planes.length;
        for (int position = 0; position < planes.length; position++) {
            for (int i = 0; i < count; i++) {
                planes[position][(sample + i) * channels() + channel] = pixels[i * planes.length + position];
            }
        }
    }

    /// All numbers of each sample in a row, channel by channel, as PyTorch flattens images.
    float[] rows() {
        var rows = new float[length() * planes.length];
        for (int position = 0; position < planes.length; position++) {
            for (int i = 0; i < length(); i++) {
                rows[i * planes.length + position] = planes[position][i];
            }
        }
        return rows;
    }

    /// The inverse of [#rows].
    FeatureMaps putRows(float[] rows) {
        for (int position = 0; position < planes.length; position++) {
            for (int i = 0; i < length(); i++) {
                planes[position][i] = rows[i * planes.length + position];
            }
        }
        return this;
    }

    /// A vector is an image of one position.
    static Shape.Image image(Shape shape) {
        return switch (shape) {
            case Shape.Image image -> image;
            case Shape.Vector(int size) -> new Shape.Image(size, 1, 1);
        };
    }
}
