package dev.mendel.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Pairs of digits, in an order. No image occurs twice among them, so however the pairs are split, no image is
/// on both sides.
///
/// @param first the first digit of each pair
/// @param second the second digit of each pair, in the same order
public record DigitPairs(Digits first, Digits second) {
    public DigitPairs {
        if (first.count() != second.count()) {
            throw new IllegalArgumentException(first.count() + " first digits and " + second.count() + " second ones");
        }
        requireDistinct(first, second);
    }

    /// Draws images without replacement from the whole of a part and halves their size by average pooling. Two
    /// images drawn one after the other are a pair.
    static DigitPairs draw(LabelledImages source, int pairs, RandomGenerator random) throws DataException {
        requireEnough(source, pairs);
        int[] drawn = Draw.distinct(2 * pairs, source.count(), random);
        int[] first = IntStream.range(0, pairs).map(pair -> drawn[2 * pair]).toArray();
        int[] second =
                IntStream.range(0, pairs).map(pair -> drawn[2 * pair + 1]).toArray();
        return new DigitPairs(Digits.pooled(source, first), Digits.pooled(source, second));
    }

    public int count() {
        return first.count();
    }

    /// For each pair 1 if its first digit is less than or equal to its second, 0 if it is greater.
    public int[] targets() {
        int[] firsts = first.classes();
        int[] seconds = second.classes();
        return IntStream.range(0, count())
                .map(pair -> firsts[pair] <= seconds[pair] ? 1 : 0)
                .toArray();
    }

    /// The pairs at these positions, in this order.
    ///
    /// @param positions from 0 to `count() - 1`, none of them twice
    public DigitPairs select(int... positions) {
        return new DigitPairs(first.select(positions), second.select(positions));
    }

    private static void requireEnough(LabelledImages source, int pairs) throws DataException {
        int most = source.count() / 2;
        if (pairs < 1 || pairs > most) {
            throw new DataException(source.name() + ": its " + source.count() + " images make 1 to " + most
                    + " pairs, asked for are " + pairs);
        }
        if (!source.images().size().canBeHalved()) {
            throw new DataException(source.name() + ": its images are "
                    + source.images().size() + "; pooling 2 × 2 needs an even height and width");
        }
    }

    private static void requireDistinct(Digits first, Digits second) {
        long distinct = IntStream.concat(Arrays.stream(first.origins()), Arrays.stream(second.origins()))
                .distinct()
                .count();
        if (distinct < 2L * first.count()) {
            throw new IllegalArgumentException("an image occurs twice among these pairs");
        }
    }
}
