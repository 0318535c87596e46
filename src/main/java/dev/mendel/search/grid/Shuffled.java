package dev.mendel.search.grid;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Seed;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Configurations in an order that a seed decides; made while they are looked at.
///
/// @param size how many there are, from 1 to 2⁶²
/// @param at the configuration of each number below the size
public record Shuffled(long size, LongFunction<Configuration> at, Seed seed) implements Iterable<Configuration> {
    public Shuffled {
        if (size < 1 || size > 1L << 62) {
            throw new IllegalArgumentException("from 1 to 2^62 configurations can be shuffled, found: " + size);
        }
    }

    @Override
    public Iterator<Configuration> iterator() {
        var permutation = new Permutation(size, seed);
        return LongStream.range(0, size).map(permutation::at).mapToObj(at).iterator();
    }
}
