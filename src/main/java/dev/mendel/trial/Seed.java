package dev.mendel.trial;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A seed: the source of randomness. A seed is only ever combined with names, never with time, threads or
/// order, so that whatever is drawn from it is the same on every machine.
///
/// @param value the 64 bits of the seed
public record Seed(long value) {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /// The seed for a purpose: the first eight bytes of SHA-256 over this seed and the names, in order.
    ///
    /// @param names for example `"fold", 2, "initialisation"`; told apart by their texts
    public Seed derive(Object... names) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        for (Object name : names) {
            byte[] text = name.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            digest.update(text);
        }
        return new Seed(ByteBuffer.wrap(digest.digest()).getLong());
    }

    /// A new generator that starts at this seed; not for use by several threads.
    public RandomGenerator random() {
        return GENERATORS.create(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
