package dev.mendel.data;

import java.util.Arrays;

/// Images of digits in an order, with the class of each; ready to be fed to a network. Unchangeable: its
/// methods return copies.
public final class Digits {
    private final Images.Size size;
    private final float[] pixels;
    private final int[] classes;
    private final int[] origins;

    private Digits(Images.Size size, float[] pixels, int[] classes, int[] origins) {
        this.size = size;
        this.pixels = pixels;
        this.classes = classes;
        this.origins = origins;
    }

    /// The chosen images, average-pooled to half their height and width.
    static Digits pooled(LabelledImages source, int[] chosen) {
        float[] pixels = source.images().pooled(chosen);
        int[] classes = Arrays.stream(chosen).map(source::label).toArray();
        return new Digits(source.images().size().half(), pixels, classes, chosen.clone());
    }

    public int count() {
        return classes.length;
    }

    /// The height of an image in pixels; MNIST's is 14.
    public int height() {
        return size.height();
    }

    /// The width of an image in pixels; MNIST's is 14.
    public int width() {
        return size.width();
    }

    /// All pixels, image by image, row by row: `count × height × width` numbers from 0 (background) to 255
    /// (ink).
    public float[] pixels() {
        return pixels.clone();
    }

    /// The class of each image, 0 to 9.
    public int[] classes() {
        return classes.clone();
    }

    /// The position of each image in its part of the data set, counted from 0.
    public int[] origins() {
        return origins.clone();
    }

    Digits select(int[] positions) {
        int length = size.pixels();
        var selected = new float[positions.length * length];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(pixels, positions[i] * length, selected, i * length, length);
        }
        return new Digits(size, selected, at(positions, classes), at(positions, origins));
    }

    private static int[] at(int[] positions, int[] values) {
        return Arrays.stream(positions).map(position -> values[position]).toArray();
    }
}
