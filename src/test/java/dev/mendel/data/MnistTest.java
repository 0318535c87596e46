package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
    private static Dataset mnist;

    @BeforeAll
    static void read() throws Exception {
        mnist = Dataset.mnist();
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, 6bbc9ace898e44ae57da46a324031adb",
        "train-labels-idx1-ubyte, a25bea736e30d166cdddb491f175f624",
        "t10k-images-idx3-ubyte, 2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte, 27ae3e4e09519cfbb04c329615203637"
    })
    void filesAreTheCanonicalOnes(String name, String expected) throws Exception {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        try (InputStream packed = DatasetTest.class.getResourceAsStream(name + ".gz");
                var unpacked = new DigestInputStream(new GZIPInputStream(packed), md5)) {
            unpacked.transferTo(OutputStream.nullOutputStream());
        }

        assertThat(HexFormat.of().formatHex(md5.digest())).isEqualTo(expected);
    }

    @Test
    void hashIsThatOfTheFourFilesInARow() {
        assertThat(mnist.hash()).isEqualTo("b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a");
    }

    @Test
    void pairsAreOf14By14Pixels() throws Exception {
        Digits first = mnist.trainingPairs(3, random(1)).first();

        assertThat(first.height()).isEqualTo(14);
        assertThat(first.width()).isEqualTo(14);
        assertThat(first.pixels()).hasSize(3 * 14 * 14);
    }

    @Test
    void aSeedMeansTheSamePairsForEver() throws Exception {
        assertThat(fingerprint(mnist.trainingPairs(1000, random(1))))
                .isEqualTo("5dccaafea1673773608ae2266e1efc39dbbcd678c57a02a602b5f362efb9165e");
        assertThat(fingerprint(mnist.testPairs(1000, random(1))))
                .isEqualTo("f762a5496cfbe9eec6d8f97f8a20736584e103497c357371212e71a2d2101c16");
    }

    @Test
    void mostPairsUseEveryImage() throws Exception {
        DigitPairs pairs = mnist.testPairs(5000, random(1));

        assertThat(pairs.targets()).hasSize(5000);
        // 1 + Σ share² over 2, for the shares of the ten classes: 0.55
        assertThat(Arrays.stream(pairs.targets()).average().orElseThrow()).isBetween(0.53, 0.57);
    }

    private static String fingerprint(DigitPairs pairs) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Digits digits : new Digits[] {pairs.first(), pairs.second()}) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * digits.count() * (2 + digits.height() * digits.width()));
            for (int origin : digits.origins()) {
                bytes.putInt(origin);
            }
            for (int label : digits.classes()) {
                bytes.putInt(label);
            }
            for (float pixel : digits.pixels()) {
                bytes.putFloat(pixel);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
