package dev.mendel.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/// Grey images of one size, row by row, each pixel from 0 to 255. Nobody changes the bytes once they are in
/// here.
final class Images {
    private final Size size;
    private final byte[] pixels;

    /// @param pixels all images one after the other; handed over, not copied, for there are many
    Images(Size size, byte[] pixels) {
        if (pixels.length % size.pixels() != 0) {
            throw new IllegalArgumentException(pixels.length + " pixels are no whole number of images of " + size);
        }
        this.size = size;
        this.pixels = pixels;
    }

    /// The images of several, one after the other.
    ///
    /// @param size that of all of them
    static Images joined(Size size, List<Images> several) {
        int length = several.stream().mapToInt(each -> each.pixels.length).reduce(0, Math::addExact);
        ByteBuffer pixels = ByteBuffer.allocate(length);
        several.forEach(each -> pixels.put(each.pixels));
        return new Images(size, pixels.array());
    }

    int count() {
        return pixels.length / size.pixels();
    }

    /// The mean of an image's pixels, 0 to 255.
    double mean(int image) {
        long sum = 0;
        for (int i = image * size.pixels(); i < (image + 1) * size.pixels(); i++) {
            sum += Byte.toUnsignedInt(pixels[i]);
        }
        return (double) sum / size.pixels();
    }

    /// The negatives of these images.
    Images inverted() {
        var inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new Images(size, inverted);
    }

    /// Whether no image differs from another.
    boolean areAllEqual() {
        for (int i = size.pixels(); i < pixels.length; i++) {
            if (pixels[i] != pixels[i - size.pixels()]) {
                return false;
            }
        }
        return true;
    }

    Size size() {
        return size;
    }

    /// Feeds these images to the digest as they stand in an IDX file.
    void digest(MessageDigest digest) {
        digest.update(Idx.header(count(), size.height(), size.width()));
        digest.update(pixels);
    }

    /// The pixel of an image, 0 to 255.
    int pixel(int image, int row, int column) {
        return Byte.toUnsignedInt(pixels[image * size.pixels() + row * size.width() + column]);
    }

    /// The chosen images at half their height and width, each pixel the mean of a square of four.
    ///
    /// @return the images one after the other in the order asked for, row by row, from 0 to 255
    float[] pooled(int[] chosen) {
        Size half = size.half();
        var out = new float[chosen.length * half.pixels()];
        int next = 0;
        for (int image : chosen) {
            for (int row = 0; row < half.height(); row++) {
                for (int column = 0; column < half.width(); column++) {
                    out[next++] = meanOfFour(image, 2 * row, 2 * column);
                }
            }
        }
        return out;
    }

    private float meanOfFour(int image, int row, int column) {
        int sum = pixel(image, row, column)
                + pixel(image, row, column + 1)
                + pixel(image, row + 1, column)
                + pixel(image, row + 1, column + 1);
        return sum / 4f;
    }

    /// The height and width of an image in pixels.
    record Size(int height, int width) {
        Size {
            if (height < 1 || width < 1) {
                throw new IllegalArgumentException("images of " + height + " × " + width + " have no pixels");
            }
        }

        int pixels() {
            return Math.multiplyExact(height, width);
        }

        boolean canBeHalved() {
            return height % 2 == 0 && width % 2 == 0;
        }

        Size half() {
            if (!canBeHalved()) {
                throw new IllegalArgumentException(this + " cannot be halved");
            }
            return new Size(height / 2, width / 2);
        }

        @Override
        public String toString() {
            return height + " × " + width;
        }
    }
}
