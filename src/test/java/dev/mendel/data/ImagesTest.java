package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final Images IMAGES = new Images(new Images.Size(2, 4), new byte[] {
        1, 2, 10, 20,
        3, 4, 30, (byte) 255,
        0, 0, 0, 0,
        0, 1, 0, 2
    });

    @Test
    void poolingTakesTheMeanOfEachSquareOfFour() {
        assertThat(IMAGES.pooled(new int[] {0})).containsExactly(2.5f, 78.75f);
    }

    @Test
    void pooledImagesComeInTheOrderAskedFor() {
        assertThat(IMAGES.pooled(new int[] {1, 0, 1})).containsExactly(0.25f, 0.5f, 2.5f, 78.75f, 0.25f, 0.5f);
    }

    @Test
    void squaresRunAlongTheRows() {
        var image = new Images(new Images.Size(4, 4), new byte[] {
            1, 1, 2, 2,
            1, 1, 2, 2,
            3, 3, 4, 4,
            3, 3, 4, 4
        });

        assertThat(image.pooled(new int[] {0})).containsExactly(1, 2, 3, 4);
    }

    @Test
    void oddSizesAreNotPooled() {
        var odd = new Images(new Images.Size(3, 2), new byte[6]);

        assertThatThrownBy(() -> odd.pooled(new int[] {0})).hasMessage("3 × 2 cannot be halved");
    }

    @Test
    void aPartOfAnImageIsRefused() {
        assertThatThrownBy(() -> new Images(new Images.Size(2, 2), new byte[7]))
                .hasMessage("7 pixels are no whole number of images of 2 × 2");
    }
}
