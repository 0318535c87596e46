package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.training.network.Augmentation;
import dev.mendel.training.network.Tower;
import dev.mendel.trial.Seed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private static final int SIDE = Tower.ONE_DIGIT.width();
    private static final float[] IMAGE = Examples.pairs(1, 1).first().pixels();
    private static final double[] STRAIGHT = {};

    @Test
    void nothingDrawnIsNothingChanged() {
        assertThat(distorted(new Distortion(0, 0, 0, 1, STRAIGHT))).isEqualTo(IMAGE);
        assertThat(Distortion.each(IMAGE, Augmentation.NONE, new Seed(1).random()))
                .isEqualTo(IMAGE);
        assertThat(distorted(new Distortion(0, 0, 0, 1, new double[2 * Distortion.GRID * Distortion.GRID])))
                .isEqualTo(IMAGE);
    }

    @Test
    void aShiftMovesToTheRightAndDown() {
        assertThat(at(distorted(new Distortion(2, 1, 0, 1, STRAIGHT)), 8, 9)).isEqualTo(at(IMAGE, 7, 7));
        assertThat(at(distorted(new Distortion(0.5, 0, 0, 1, STRAIGHT)), 7, 7))
                .isEqualTo((at(IMAGE, 7, 6) + at(IMAGE, 7, 7)) / 2);
    }

    @Test
    void whatComesFromOutsideIsBackground() {
        float[] ink = new float[SIDE * SIDE];
        Arrays.fill(ink, 255);
        var moved = new float[ink.length];
        new Distortion(3, 0, 0, 1, STRAIGHT).apply(ink, moved, 0);
        assertThat(at(moved, 5, 2)).isZero();
        assertThat(at(moved, 5, 3)).isEqualTo(255);
    }

    @Test
    void aQuarterTurnIsClockwise() {
        float[] turned = distorted(new Distortion(0, 0, StrictMath.PI / 2, 1, STRAIGHT));
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                assertThat(at(turned, column, SIDE - 1 - row)).isCloseTo(at(IMAGE, row, column), within(1e-3f));
            }
        }
    }

    @Test
    void aScaleGrowsFromTheCentre() {
        float[] grown = distorted(new Distortion(0, 0, 0, 13, STRAIGHT));
        assertThat(at(grown, 0, 0)).isCloseTo(at(IMAGE, 6, 6), within(1e-3f));
        assertThat(at(grown, 13, 13)).isCloseTo(at(IMAGE, 7, 7), within(1e-3f));
    }

    @Test
    void bendsMoveWhatIsAroundThem() {
        var bends = new double[2 * Distortion.GRID * Distortion.GRID];
        bends[0] = 3;
        bends[1] = 2;
        float[] bent = distorted(new Distortion(0, 0, 0, 1, bends));
        assertThat(at(bent, 0, 0)).isEqualTo(at(IMAGE, 2, 3));
        assertThat(Arrays.copyOfRange(bent, 5 * SIDE, SIDE * SIDE))
                .isEqualTo(Arrays.copyOfRange(IMAGE, 5 * SIDE, SIDE * SIDE));
    }

    @Test
    void eachImageIsDistortedInAWayOfItsOwn() {
        float[] twice = Arrays.copyOf(IMAGE, 2 * IMAGE.length);
        System.arraycopy(IMAGE, 0, twice, IMAGE.length, IMAGE.length);
        float[] distorted = Distortion.each(twice, new Augmentation(1, 0, 0, 0), new Seed(1).random());
        assertThat(Arrays.copyOf(distorted, IMAGE.length))
                .isNotEqualTo(Arrays.copyOfRange(distorted, IMAGE.length, twice.length));
    }

    @Test
    void distortedImagesAreGolden() throws Exception {
        float[] images = Examples.pairs(20, 3).first().pixels();
        float[] distorted = Distortion.each(images, new Augmentation(1.5, 12, 0.15, 1), new Seed(5).random());
        var bytes = ByteBuffer.allocate(distorted.length * Float.BYTES);
        bytes.asFloatBuffer().put(distorted);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())))
                .isEqualTo("c930c07b18c9ea21bf325eb3c4b2a8391768245fd4c402fcfd45e4e459091cf0");
    }

    private static float[] distorted(Distortion distortion) {
        var distorted = new float[IMAGE.length];
        distortion.apply(IMAGE, distorted, 0);
        return distorted;
    }

    private static float at(float[] image, int row, int column) {
        return image[row * SIDE + column];
    }
}
