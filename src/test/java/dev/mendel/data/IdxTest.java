package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdxTest {
    @Test
    void imagesAreReadRowByRow() throws Exception {
        Images images = images(IdxBytes.images(3, 2, 5));

        assertThat(images.count()).isEqualTo(3);
        assertThat(images.size()).isEqualTo(new Images.Size(2, 5));
        assertThat(images.pixel(2, 1, 4)).isEqualTo(2 + 9);
    }

    @Test
    void pixelsAreUnsigned() throws Exception {
        byte[] content = IdxBytes.of(0x08, new byte[] {(byte) 255, (byte) 128}, 1, 1, 2);

        assertThat(images(content).pixel(0, 0, 0)).isEqualTo(255);
        assertThat(images(content).pixel(0, 0, 1)).isEqualTo(128);
    }

    @Test
    void packedFilesReadLikePlainOnes() throws Exception {
        assertThat(labels(IdxBytes.packed(IdxBytes.labels(12)))).isEqualTo(labels(IdxBytes.labels(12)));
    }

    @Test
    void headerStandsBeforeTheElements() {
        assertThat(Idx.header(300, 2, 1)).isEqualTo(Arrays.copyOf(IdxBytes.images(300, 2, 1), 16));
        assertThat(Idx.header(7)).isEqualTo(Arrays.copyOf(IdxBytes.labels(7), 8));
    }

    @Nested
    class Faults {
        @Test
        void anotherFormat() {
            assertFault("PNG".getBytes(StandardCharsets.US_ASCII), "ends inside its header");
            assertFault(
                    "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1),
                    "starts with the bytes 89 50; an IDX file starts with 00 00, a gzip file with 1f 8b");
        }

        @Test
        void anotherElementType() {
            assertFault(
                    IdxBytes.of(0x0d, new byte[16], 1, 2, 2),
                    "has elements of type 0x0d; allowed is 0x08, unsigned bytes");
        }

        @Test
        void labelsInPlaceOfImages() {
            assertFault(IdxBytes.labels(5), "has 1 dimensions, not 3 (count, height, width)");
        }

        @Test
        void imagesInPlaceOfLabels() {
            assertThatThrownBy(() -> labels(IdxBytes.images(2, 2, 2)))
                    .isInstanceOf(DataException.class)
                    .hasMessage("labels: has 3 dimensions, not 1 (count)");
        }

        @Test
        void emptyFile() {
            assertFault(new byte[0], "ends inside its header");
        }

        @Test
        void endInsideTheHeader() {
            assertFault(Arrays.copyOf(IdxBytes.images(3, 2, 2), 15), "ends inside its header");
        }

        @Test
        void noImages() {
            assertFault(IdxBytes.of(0x08, new byte[0], 0, 28, 28), "its count is 0, not from 1 to 2147483647");
        }

        @Test
        void dimensionsBeyondJava() {
            assertFault(IdxBytes.of(0x08, new byte[4], 1, -1, 2), "its height is 4294967295, not from 1 to 2147483647");
        }

        @Test
        void moreThanFitsIntoMemory() {
            int most = Integer.MAX_VALUE;
            assertFault(
                    IdxBytes.of(0x08, new byte[4], most, most, most),
                    "announces 2147483647 × 2147483647 × 2147483647 elements; at most 536870912 are read");
            assertFault(
                    IdxBytes.of(0x08, new byte[4], 1 << 20, 513, 1),
                    "announces 1048576 × 513 × 1 elements; at most 536870912 are read");
        }

        @Test
        void endInsideTheElements() {
            byte[] content = IdxBytes.images(3, 2, 2);
            assertFault(Arrays.copyOf(content, content.length - 1), "announces 3 × 2 × 2 = 12 elements but holds 11");
        }

        @Test
        void trailingBytes() {
            byte[] content = IdxBytes.images(3, 2, 2);
            assertFault(
                    Arrays.copyOf(content, content.length + 1),
                    "holds more than the 3 × 2 × 2 = 12 elements it announces");
        }

        @Test
        void packedFileCutOff() {
            byte[] packed = IdxBytes.packed(IdxBytes.images(3, 2, 2));
            assertFault(Arrays.copyOf(packed, packed.length - 12), "is cut off: its gzip data has no end");
            assertFault(Arrays.copyOf(packed, 5), "is cut off: its gzip data has no end");
        }

        @Test
        void packedFileDamaged() {
            byte[] packed = IdxBytes.packed(IdxBytes.images(3, 2, 2));
            packed[packed.length - 8] ^= 1;
            assertFault(packed, "is damaged, gzip cannot unpack it: Corrupt GZIP trailer");
        }

        private static void assertFault(byte[] content, String message) {
            assertThatThrownBy(() -> images(content))
                    .isInstanceOf(DataException.class)
                    .hasMessage("images: " + message);
        }
    }

    private static Images images(byte[] content) throws IOException, DataException {
        return Idx.images("images", new ByteArrayInputStream(content));
    }

    private static byte[] labels(byte[] content) throws IOException, DataException {
        return Idx.labels("labels", new ByteArrayInputStream(content));
    }
}
