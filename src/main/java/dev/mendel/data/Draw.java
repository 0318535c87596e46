package dev.mendel.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws without replacement, written out down to the bits: the same generator gives the same draw on every
/// machine and every Java.
final class Draw {
    private Draw() {}

    /// The first `count` of the numbers 0 to `from - 1`, shuffled by Fisher and Yates.
    static int[] distinct(int count, int from, RandomGenerator random) {
        int[] numbers = IntStream.range(0, from).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + below(from - i, random);
            int drawn = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = drawn;
        }
        return Arrays.copyOf(numbers, count);
    }

    /// A number from 0 to `bound - 1`, all equally likely: numbers beyond the last whole multiple are drawn
    /// again.
    private static int below(int bound, RandomGenerator random) {
        while (true) {
            long bits = random.nextLong() >>> 1;
            long remainder = bits % bound;
            if (bits - remainder <= Long.MAX_VALUE - bound + 1) {
                return (int) remainder;
            }
        }
    }
}
