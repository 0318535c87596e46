package dev.mendel.training.compute;

import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;

/// The logits of some pairs, pair after pair.
///
/// @param comparison two numbers a pair; empty where the head has none of its own
/// @param first a number for each class of the first digit, where it is named; empty where a joint tower reads
///     both
/// @param second the same of the second digit
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
public record Logits(float[] comparison, float[] first, float[] second) {

    /// The answer to a comparison: 1 where the first digit is less than or equal to the second, else 0.
    ///
    /// @param head the head of the network that these come from
    public int order(Head head, int pair) {
        return switch (head) {
            case Head.LessOrEqual _ ->
                largest(first, pair, Network.CLASSES) <= largest(second, pair, Network.CLASSES) ? 1 : 0;
            case Head.Linear _, Head.Perceptron _ -> largest(comparison, pair, Network.ORDERS);
        };
    }

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
