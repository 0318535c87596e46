package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures as the JDK writes them.
class PngTest {
    private static final Images.Size SIZE = new Images.Size(6, 9);
    private static final int NAME_AND_LENGTH = 8;

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyStaysAsItIs(int type) throws Exception {
        var picture = new BufferedImage(9, 6, type);
        int scale = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        each((row, column) -> picture.getRaster().setSample(column, row, 0, grey(row, column) * scale));
        Images images = read(png(picture));
        each((row, column) -> assertThat(images.pixel(0, row, column)).isEqualTo(grey(row, column)));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void coloursBecomeTheirLuma(int type) throws Exception {
        var picture = new BufferedImage(9, 6, type);
        each((row, column) -> picture.setRGB(column, row, colour(row, column).getRGB()));
        Images images = read(png(picture));
        each((row, column) ->
                assertThat((double) images.pixel(0, row, column)).isEqualTo(luma(colour(row, column)), within(0.51)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void palettesOfEveryDepthAreLookedUp(int bits) throws Exception {
        int colours = 1 << bits;
        var red = new byte[colours];
        var green = new byte[colours];
        for (int i = 0; i < colours; i++) {
            red[i] = (byte) (250 - i);
            green[i] = (byte) (i * 255 / (colours - 1));
        }
        var palette = new IndexColorModel(bits, colours, red, green, new byte[colours]);
        var picture = new BufferedImage(
                9, 6, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY, palette);
        each((row, column) -> picture.getRaster().setSample(column, row, 0, grey(row, column) % colours));
        Images images = read(png(picture));
        each((row, column) -> assertThat((double) images.pixel(0, row, column))
                .isEqualTo(luma(new Color(picture.getRGB(column, row))), within(0.51)));
    }

    @Test
    void blackAndWhiteSpansTheScale() throws Exception {
        var picture = new BufferedImage(9, 6, BufferedImage.TYPE_BYTE_BINARY);
        each((row, column) -> picture.getRaster().setSample(column, row, 0, grey(row, column) % 2));
        Images images = read(png(picture));
        each((row, column) -> assertThat(images.pixel(0, row, column)).isEqualTo(grey(row, column) % 2 == 0 ? 0 : 255));
    }

    @Nested
    class Faults {
        @Test
        void transparency() throws Exception {
            var picture = new BufferedImage(9, 6, BufferedImage.TYPE_INT_ARGB);
            assertFault(
                    png(picture),
                    "is partly transparent, so how light its pixels are is open; allowed are opaque pictures");
        }

        @Test
        void anotherSize() throws Exception {
            assertFault(png(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY)), "is 7 × 9; allowed is 6 × 9");
        }

        @Test
        void aSizeBeyondAllMemory() throws Exception {
            byte[] content = sound();
            ByteBuffer.wrap(content).putInt(16, -1).putInt(20, -1);
            assertFault(summed(content), "is 4294967295 × 4294967295; allowed is 6 × 9");
        }

        @Test
        void interlacing() throws Exception {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            var out = new ByteArrayOutputStream();
            try (var stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                ImageWriteParam interlaced = writer.getDefaultWriteParam();
                interlaced.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                var picture = new BufferedImage(9, 6, BufferedImage.TYPE_BYTE_GRAY);
                writer.write(null, new IIOImage(picture, null, null), interlaced);
            }
            assertFault(out.toByteArray(), "is interlaced; allowed are pictures that are not");
        }

        @Test
        void everyTruncationIsNoticed() throws Exception {
            byte[] sound = sound();
            for (int length = 8; length < sound.length; length++) {
                byte[] cut = Arrays.copyOf(sound, length);
                assertThatThrownBy(() -> read(cut))
                        .isInstanceOf(DataException.class)
                        .hasMessageStartingWith("d.png: is ");
            }
        }

        @Test
        void everyChangedByteIsNoticed() throws Exception {
            byte[] sound = sound();
            for (int place = 8; place < sound.length; place++) {
                byte[] changed = sound.clone();
                changed[place] ^= 0x20;
                assertThatThrownBy(() -> read(changed)).as("byte %d", place).isInstanceOf(DataException.class);
            }
        }

        @Test
        void noiseUnderRightChecksumsIsAnImageOrAFault() throws Exception {
            var random = new Random(20260101);
            int read = 0;
            for (int i = 0; i < 4_000; i++) {
                byte[] changed = sound();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(read(summed(changed)).count()).isEqualTo(1);
                    read++;
                } catch (DataException e) {
                    assertThat(e).hasMessageStartingWith("d.png: ");
                }
            }
            assertThat(read).isBetween(1, 3_999);
        }
    }

    private interface Pixel {
        void at(int row, int column);
    }

    private static void each(Pixel pixel) {
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                pixel.at(row, column);
            }
        }
    }

    private static int grey(int row, int column) {
        return (row * 71 + column * 29 + row * column) % 256;
    }

    private static Color colour(int row, int column) {
        return new Color(grey(row, column), grey(column, row), (row * 40 + column) % 256);
    }

    private static double luma(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }

    private static byte[] sound() throws IOException {
        var picture = new BufferedImage(9, 6, BufferedImage.TYPE_INT_RGB);
        each((row, column) -> picture.setRGB(column, row, colour(row, column).getRGB()));
        return png(picture);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "png", out)).isTrue();
        return out.toByteArray();
    }

    /// A picture with the checksums that its parts have now, as far as they can be told apart.
    private static byte[] summed(byte[] png) {
        ByteBuffer content = ByteBuffer.wrap(png);
        int from = 8;
        while (from + NAME_AND_LENGTH + 4 <= png.length) {
            int length = content.getInt(from);
            if (length < 0 || length > png.length - from - NAME_AND_LENGTH - 4) {
                break;
            }
            var sum = new CRC32();
            sum.update(png, from + 4, 4 + length);
            content.putInt(from + NAME_AND_LENGTH + length, (int) sum.getValue());
            from += NAME_AND_LENGTH + length + 4;
        }
        return png;
    }

    private static Images read(byte[] content) throws DataException {
        return Png.read("d.png", content, SIZE);
    }

    private static void assertFault(byte[] content, String fault) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(DataException.class)
                .hasMessage("d.png: " + fault);
    }
}
