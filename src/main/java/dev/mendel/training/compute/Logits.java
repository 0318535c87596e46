package dev.mendel.training.compute;

/// The logits of some pairs, pair after pair.
///
/// @param comparison two numbers a pair; empty where the head has none of its own
/// @param first a number for each class of the first digit, where it is named; empty where a joint tower reads both
/// @param second the same of the second digit
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Logits(float[] comparison, float[] first, float[] second) {

    /// The position of the largest of `width` numbers, the first such.
    public static int largest(float[] numbers, int row, int width) {
        int largest = 0;
        for (int i = 1; i < width; i++) {
            if (numbers[row * width + i] > numbers[row * width + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
