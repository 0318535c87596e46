package dev.mendel.training.compute;

/// Pairs that are computed together, as plain numbers.
///
/// @param first the standardised pixels of the first images, one image after the other
/// @param second the second images', in the same order
/// @param firstClasses the digits on the first images
/// @param secondClasses the digits on the second images
/// @param targets 1 where the first digit is less than or equal to the second, else 0
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Batch(float[] first, float[] second, int[] firstClasses, int[] secondClasses, int[] targets) {
    public int count() {
        return targets.length;
    }
}
