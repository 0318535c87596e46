package dev.mendel.training;

import dev.mendel.training.network.Augmentation;
import dev.mendel.training.network.Tower;
import java.util.random.RandomGenerator;

/// A change of one image: the place that each of its pixels is taken from. Pixels between pixels are
/// interpolated bilinearly; around an image is background.
///
/// @param right pixels by which it moves to the right
/// @param down pixels by which it moves down
/// @param angle radians by which it turns clockwise around its centre
/// @param scale what its lengths are multiplied by, above 0
/// @param bends of a grid over the image, row by row: the pixels by which the place is moved that a point is
///     taken from, to the right and then down; empty for none
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
record Distortion(double right, double down, double angle, double scale, double[] bends) {
    /// Points of the grid in a row, and in a column.
    static final int GRID = 4;

    private static final int SIDE = Tower.ONE_DIGIT.width();
    private static final double CENTRE = (SIDE - 1) / 2.0;

    /// A distortion within the bounds of an augmentation.
    static Distortion draw(Augmentation most, RandomGenerator random) {
        double right = within(most.shift(), random);
        double down = within(most.shift(), random);
        double angle = StrictMath.toRadians(within(most.rotation(), random));
        double scale = 1 + within(most.scaling(), random);
        var bends = new double[most.elastic() > 0 ? 2 * GRID * GRID : 0];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = within(most.elastic(), random);
        }
        return new Distortion(right, down, angle, scale, bends);
    }

    /// Distorts images one after the other, each in a way of its own.
    ///
    /// @return as many images; the given ones stay as they are
    static float[] each(float[] images, Augmentation most, RandomGenerator random) {
        var distorted = new float[images.length];
        for (int start = 0; start < images.length; start += SIDE * SIDE) {
            draw(most, random).apply(images, distorted, start);
        }
        return distorted;
    }

    /// Distorts the image that starts at a place into the same place of other images.
    void apply(float[] from, float[] to, int start) {
        double cosine = StrictMath.cos(angle) / scale;
        double sine = StrictMath.sin(angle) / scale;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = column - CENTRE - right;
                double y = row - CENTRE - down;
                double fromColumn = CENTRE + cosine * x + sine * y + bend(0, row, column);
                double fromRow = CENTRE - sine * x + cosine * y + bend(1, row, column);
                to[start + row * SIDE + column] = (float) between(from, start, fromRow, fromColumn);
            }
        }
    }

    private double bend(int axis, int row, int column) {
        if (bends.length == 0) {
            return 0;
        }
        double y = row * (GRID - 1) / (double) (SIDE - 1);
        double x = column * (GRID - 1) / (double) (SIDE - 1);
        int above = Math.min((int) y, GRID - 2);
        int left = Math.min((int) x, GRID - 2);
        return mix(
                y - above,
                mix(x - left, bend(axis, above * GRID + left), bend(axis, above * GRID + left + 1)),
                mix(x - left, bend(axis, (above + 1) * GRID + left), bend(axis, (above + 1) * GRID + left + 1)));
    }

    private double bend(int axis, int point) {
        return bends[2 * point + axis];
    }

    private static double between(float[] images, int start, double row, double column) {
        int above = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        return mix(
                row - above,
                mix(column - left, pixel(images, start, above, left), pixel(images, start, above, left + 1)),
                mix(column - left, pixel(images, start, above + 1, left), pixel(images, start, above + 1, left + 1)));
    }

    private static double pixel(float[] images, int start, int row, int column) {
        boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        return inside ? images[start + row * SIDE + column] : 0;
    }

    private static double mix(double share, double from, double to) {
        return from + share * (to - from);
    }

    private static double within(double most, RandomGenerator random) {
        return most * (2 * random.nextDouble() - 1);
    }
}
