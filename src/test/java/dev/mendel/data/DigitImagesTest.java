package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitImagesTest {
    @TempDir
    Path folder;

    @Test
    void filesFollowEachOtherWithTheirNames() throws Exception {
        Path three = write("three.idx", IdxBytes.images(3, 4, 6));
        Path one = write("one.png", png(6, 4));
        Path two = write("two.gz", IdxBytes.packed(IdxBytes.images(2, 4, 6)));
        DigitImages images = DigitImages.read(List.of(three, one, two), 4, 6);
        assertThat(images.count()).isEqualTo(6);
        assertThat(images.name(2)).isEqualTo(three + " #2");
        assertThat(images.name(3)).isEqualTo(one.toString());
        assertThat(images.name(4)).isEqualTo(two + " #0");
        assertThat(images.pooled(2)).startsWith((2 + 3 + 8 + 9) / 4f);
        assertThat(images.pooled(5, 0)).startsWith((1 + 2 + 7 + 8) / 4f).endsWith((16 + 17 + 22 + 23) / 4f);
    }

    @Test
    void imagesOfDarkInkOnLightPaperAreFoundAndTurned() {
        DigitImages images = DigitImages.of(List.of(new byte[4], new byte[] {-1, -1, -1, 0}), 2, 2);
        assertThat(images.light()).containsExactly("#1");
        assertThat(images.inverted().light()).containsExactly("#0");
        assertThat(images.inverted().pooled(1)).containsExactly(255 / 4f);
    }

    @Test
    void faultsNameTheFile() throws Exception {
        assertFault(folder.resolve("none.png"), "there is no such file");
        assertFault(folder, "is a folder; allowed are PNG pictures and IDX files");
        assertFault(
                write("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 0}),
                "starts with the bytes ff d8; allowed are PNG pictures (89 50) and IDX files (00 00), also packed"
                        + " with gzip (1f 8b)");
        assertFault(
                write("empty.png", new byte[0]),
                "has 0 bytes; allowed are PNG pictures (89 50) and IDX files (00 00), also packed with gzip (1f 8b)");
        assertFault(write("large.idx", IdxBytes.images(2, 8, 6)), "its images are 8 × 6; allowed is 4 × 6");
        assertFault(write("large.png", png(6, 8)), "is 8 × 6; allowed is 4 × 6");
        assertFault(write("labels.idx", IdxBytes.labels(4)), "has 1 dimensions, not 3 (count, height, width)");
        assertFault(
                write("floats.idx", IdxBytes.of(0x0d, new byte[96], 1, 4, 6)),
                "has elements of type 0x0d; allowed is 0x08, unsigned bytes");
    }

    @Test
    void bytesOfAnotherNumberAreRefused() {
        assertThatThrownBy(() -> DigitImages.of(List.of(new byte[4], new byte[5]), 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image 1 has 5 pixels, not 4");
    }

    private Path write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] png(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }

    private static void assertFault(Path file, String fault) {
        assertThatThrownBy(() -> DigitImages.read(List.of(file), 4, 6))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + fault);
    }
}
