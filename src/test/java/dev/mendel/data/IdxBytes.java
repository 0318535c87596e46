package dev.mendel.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes IDX files for tests.
final class IdxBytes {
    private IdxBytes() {}

    /// Image i has the pixels i, i + 1, i + 2, … modulo 256.
    static byte[] images(int count, int height, int width) {
        int size = height * width;
        var elements = new byte[count * size];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (byte) (i / size + i % size);
        }
        return of(0x08, elements, count, height, width);
    }

    /// The labels 0 to 9, over and over.
    static byte[] labels(int count) {
        var elements = new byte[count];
        for (int i = 0; i < count; i++) {
            elements[i] = (byte) (i % 10);
        }
        return of(0x08, elements, count);
    }

    static byte[] of(int type, byte[] elements, int... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
        bytes.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        return bytes.put(elements).array();
    }

    static byte[] packed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A whole data set of 40 training and 20 test images of 4 × 6 pixels.
    static void dataset(Path directory) throws IOException {
        Files.write(directory.resolve(DataFiles.TRAINING_IMAGES), images(40, 4, 6));
        Files.write(directory.resolve(DataFiles.TRAINING_LABELS), labels(40));
        Files.write(directory.resolve(DataFiles.TEST_IMAGES), images(20, 4, 6));
        Files.write(directory.resolve(DataFiles.TEST_LABELS), labels(20));
    }
}
