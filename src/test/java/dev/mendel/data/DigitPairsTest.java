package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitPairsTest {
    @TempDir
    Path directory;

    private Dataset dataset;

    @BeforeEach
    void write() throws Exception {
        IdxBytes.dataset(directory);
        dataset = Dataset.in(directory);
    }

    @Test
    void noImageOccursTwice() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(20, new Random(1));

        assertThat(IntStream.concat(
                        Arrays.stream(pairs.first().origins()),
                        Arrays.stream(pairs.second().origins())))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void classesAndPixelsAreThoseOfTheirImage() throws Exception {
        Digits second = dataset.testPairs(7, new Random(1)).second();

        assertThat(second.height()).isEqualTo(2);
        assertThat(second.width()).isEqualTo(3);
        for (int i = 0; i < second.count(); i++) {
            int image = second.origins()[i];
            assertThat(second.classes()[i]).isEqualTo(image % 10);
            // pixels count on from the image's number; the last square covers 16, 17, 22 and 23
            assertThat(second.pixels()[6 * i + 5]).isEqualTo(image + 19.5f);
        }
    }

    @Test
    void targetSaysWhetherTheFirstIsAtMostTheSecond() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(20, new Random(3));
        int[] first = pairs.first().classes();
        int[] second = pairs.second().classes();

        assertThat(IntStream.range(0, 20).map(i -> Integer.compare(first[i], second[i])))
                .as("less, equal and greater all occur")
                .contains(-1, 0, 1);
        assertThat(pairs.targets())
                .isEqualTo(IntStream.range(0, 20)
                        .map(i -> first[i] > second[i] ? 0 : 1)
                        .toArray());
    }

    @Test
    void selectionKeepsTheOrderAskedFor() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(5, new Random(1));
        DigitPairs selected = pairs.select(3, 0);

        assertThat(selected.count()).isEqualTo(2);
        assertThat(selected.targets()).containsExactly(pairs.targets()[3], pairs.targets()[0]);
        assertThat(selected.first().origins())
                .containsExactly(pairs.first().origins()[3], pairs.first().origins()[0]);
        assertThat(Arrays.copyOf(selected.second().pixels(), 6))
                .isEqualTo(Arrays.copyOfRange(pairs.second().pixels(), 18, 24));
    }

    @Test
    void aPairCannotBeSelectedTwice() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(5, new Random(1));

        assertThatThrownBy(() -> pairs.select(1, 2, 1)).hasMessage("an image occurs twice among these pairs");
    }

    @Test
    void anImageCannotBeOnBothSides() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(5, new Random(1));

        assertThatThrownBy(() -> new DigitPairs(pairs.first(), pairs.first()))
                .hasMessage("an image occurs twice among these pairs");
    }

    @Test
    void sidesHaveOneLength() throws Exception {
        DigitPairs pairs = dataset.trainingPairs(5, new Random(1));

        assertThatThrownBy(
                        () -> new DigitPairs(pairs.first(), pairs.select(1, 2).second()))
                .hasMessage("5 first digits and 2 second ones");
    }

    @Test
    void whatIsHandedOutIsACopy() throws Exception {
        Digits digits = dataset.trainingPairs(5, new Random(1)).first();
        digits.pixels()[0] = -1;
        digits.classes()[0] = -1;
        digits.origins()[0] = -1;

        assertThat(digits.pixels()[0]).isNotNegative();
        assertThat(digits.classes()[0]).isNotNegative();
        assertThat(digits.origins()[0]).isNotNegative();
    }

    @Test
    void morePairsThanImagesAllowAreRefused() {
        assertThatThrownBy(() -> dataset.testPairs(11, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(directory.resolve("t10k-images-idx3-ubyte")
                        + ": its 20 images make 1 to 10 pairs, asked for are 11");
    }

    @Test
    void noPairsAreRefused() {
        assertThatThrownBy(() -> dataset.trainingPairs(0, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("its 40 images make 1 to 20 pairs, asked for are 0");
    }
}
