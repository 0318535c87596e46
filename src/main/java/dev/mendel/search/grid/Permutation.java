package dev.mendel.search.grid;

import dev.mendel.trial.Seed;

/// An order of the numbers below a size that looks random, each number once, without holding them: a Feistel
/// network over the next power of four, walked until it falls below the size (M. Luby, C. Rackoff, "How to
/// construct pseudorandom permutations from pseudorandom functions", 1988; J. Black, P. Rogaway, "Ciphers with
/// arbitrary finite domains", 2002).
final class Permutation {
    private static final int ROUNDS = 8;

    private final long size;
    private final int half;
    private final long[] keys = new long[ROUNDS];

    /// @param size from 1 to 2⁶²
    Permutation(long size, Seed seed) {
        this.size = size;
        half = Math.max(1, (65 - Long.numberOfLeadingZeros(size - 1)) / 2);
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = seed.derive("permutation", round).value();
        }
    }

    /// The number at a place.
    ///
    /// @param place from 0, below the size
    long at(long place) {
        long number = place;
        do {
            number = network(number);
        } while (number >= size);
        return number;
    }

    private long network(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (long key : keys) {
            long mixed = left ^ (mix(right + key) & mask);
            left = right;
            right = mixed;
        }
        return left << half | right;
    }

    /// The finalizer of MurmurHash3: each bit of the result depends on each of the number.
    private static long mix(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
