package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged files end in a [DataException] that names the file, never in anything else.
class IdxFuzzTest {
    private static final List<byte[]> SOUND = List.of(
            IdxBytes.images(5, 4, 4),
            IdxBytes.labels(30),
            IdxBytes.packed(IdxBytes.images(5, 4, 4)),
            IdxBytes.packed(IdxBytes.labels(30)));

    private final Random random = new Random(20260101);

    @Test
    void noise() throws Exception {
        for (int i = 0; i < 4_000; i++) {
            var noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            read(noise);
        }
    }

    @Test
    void noiseBehindASoundStart() throws Exception {
        for (int i = 0; i < 4_000; i++) {
            byte[] sound = SOUND.get(i % SOUND.size());
            var noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            System.arraycopy(sound, 0, noise, 0, Math.min(noise.length, random.nextInt(16)));
            read(noise);
        }
    }

    @Test
    void changedBytes() throws Exception {
        for (int i = 0; i < 4_000; i++) {
            byte[] damaged = SOUND.get(i % SOUND.size()).clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read(damaged);
        }
    }

    @Test
    void everyTruncationIsNoticed() throws Exception {
        for (byte[] sound : SOUND) {
            for (int length = 0; length < sound.length; length++) {
                assertThat(read(Arrays.copyOf(sound, length))).isZero();
            }
        }
    }

    @Test
    void soundFilesAreRead() throws Exception {
        for (byte[] sound : SOUND) {
            assertThat(read(sound)).isOne();
        }
    }

    /// In how many ways the bytes can be read: as images, as labels.
    private static int read(byte[] content) throws Exception {
        return attempt(() -> Idx.images("a-file", new ByteArrayInputStream(content)))
                + attempt(() -> Idx.labels("a-file", new ByteArrayInputStream(content)));
    }

    private static int attempt(Reading reading) throws Exception {
        try {
            reading.run();
            return 1;
        } catch (DataException e) {
            assertThat(e).hasMessageStartingWith("a-file: ");
            return 0;
        }
    }

    private interface Reading {
        void run() throws Exception;
    }
}
