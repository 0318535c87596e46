package dev.mendel.training.network;

/// How much training images are changed, each in another way in each epoch; each number is the most that is
/// drawn, in either direction. What is scored is never changed.
///
/// @param shift pixels of the halved image, from 0 to less than 14, along each axis
/// @param rotation degrees around the centre, from 0 to less than 180
/// @param scaling the share by which an image grows or shrinks, from 0 to less than 1
/// @param elastic pixels by which a 4 × 4 grid's points are moved, the image between them with them, from 0 to
///     less than 14: elastic distortion, after Simard, Steinkraus & Platt, Best Practices for Convolutional
///     Neural Networks, 2003, with the coarse grid of Ronneberger, Fischer & Brox, U-Net, 2015
public record Augmentation(double shift, double rotation, double scaling, double elastic) {
    /// Images stay as they are.
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0);

    public Augmentation {
        check("shift", shift, Tower.ONE_DIGIT.width());
        check("rotation", rotation, 180);
        check("scaling", scaling, 1);
        check("elastic", elastic, Tower.ONE_DIGIT.width());
    }

    /// Whether any image is changed.
    public boolean changes() {
        return !equals(NONE);
    }

    private static void check(String what, double found, int limit) {
        if (!(found >= 0 && found < limit)) {
            throw new IllegalArgumentException(
                    what + " is a number from 0 to less than " + limit + ", found: " + found);
        }
    }
}
