package dev.mendel.data;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A partition of pairs into folds: each pair validates in one fold and trains in all others. The sizes of two
/// folds differ by at most one.
///
/// The pairs are positions, for [DigitPairs#select].
public final class Folds {
    private final List<int[]> parts;

    private Folds(List<int[]> parts) {
        this.parts = parts;
    }

    /// A random partition.
    ///
    /// @param pairs how many pairs there are
    /// @param count how many folds, from 2 to `pairs`
    public static Folds of(int pairs, int count, RandomGenerator random) {
        if (count < 2 || count > pairs) {
            throw new IllegalArgumentException("folds: " + count + " is not from 2 to " + pairs + ", the pairs");
        }
        int[] shuffled = Draw.distinct(pairs, pairs, random);
        return new Folds(IntStream.range(0, count)
                .mapToObj(
                        fold -> Arrays.copyOfRange(shuffled, start(fold, count, pairs), start(fold + 1, count, pairs)))
                .toList());
    }

    public int count() {
        return parts.size();
    }

    /// The pairs that validate in a fold, the folds being counted from 0.
    public int[] validation(int fold) {
        return parts.get(fold).clone();
    }

    /// The pairs that train in a fold: all but the validating ones.
    public int[] training(int fold) {
        return IntStream.range(0, count())
                .filter(other -> other != fold)
                .boxed()
                .flatMapToInt(other -> Arrays.stream(parts.get(other)))
                .toArray();
    }

    private static int start(int fold, int count, int pairs) {
        return (int) ((long) fold * pairs / count);
    }
}
