package dev.mendel.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads files of the IDX form, plain or packed with gzip: two zero bytes, the type of the elements, the number
/// of dimensions, each dimension as a big-endian 32-bit number, then the elements, the last dimension running
/// fastest. Of the format only the part that MNIST uses is read: unsigned bytes. See
/// <https://yann.lecun.org/exdb/mnist/>.
final class Idx {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MOST_ELEMENTS = 1 << 29;
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final InputStream content;

    private Idx(String file, InputStream content) {
        this.file = file;
        this.content = content;
    }

    /// @param file the file's name in messages
    static Images images(String file, InputStream content) throws IOException, DataException {
        return read(file, content, idx -> {
            int[] dimensions = idx.dimensions("count", "height", "width");
            var size = new Images.Size(dimensions[1], dimensions[2]);
            return new Images(size, idx.elements(dimensions));
        });
    }

    /// @param file the file's name in messages
    static byte[] labels(String file, InputStream content) throws IOException, DataException {
        return read(file, content, idx -> idx.elements(idx.dimensions("count")));
    }

    /// The header of a file of unsigned bytes.
    static byte[] header(int... dimensions) {
        ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * (1 + dimensions.length));
        header.putInt(UNSIGNED_BYTE << 8 | dimensions.length);
        for (int dimension : dimensions) {
            header.putInt(dimension);
        }
        return header.array();
    }

    private static <T> T read(String file, InputStream content, Reading<T> reading) throws IOException, DataException {
        try {
            return reading.from(new Idx(file, unpacked(content)));
        } catch (EOFException e) {
            throw new DataException(file + ": is cut off: its gzip data has no end", e);
        } catch (ZipException e) {
            throw new DataException(file + ": is damaged, gzip cannot unpack it: " + e.getMessage(), e);
        }
    }

    private static InputStream unpacked(InputStream content) throws IOException {
        var buffered = new BufferedInputStream(content, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private int[] dimensions(String... names) throws IOException, DataException {
        requireMagic(readHeader(Integer.BYTES), names);
        var sizes = ByteBuffer.wrap(readHeader(Integer.BYTES * names.length)).asIntBuffer();
        var dimensions = new int[names.length];
        sizes.get(dimensions);
        for (int i = 0; i < names.length; i++) {
            if (dimensions[i] < 1) {
                String found = Integer.toUnsignedString(dimensions[i]);
                throw fault("its " + names[i] + " is " + found + ", not from 1 to " + Integer.MAX_VALUE);
            }
        }
        return dimensions;
    }

    private void requireMagic(byte[] magic, String... names) throws DataException {
        if (magic[0] != 0 || magic[1] != 0) {
            String found = HexFormat.ofDelimiter(" ").formatHex(magic, 0, 2);
            throw fault("starts with the bytes " + found + "; an IDX file starts with 00 00, a gzip file with 1f 8b");
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw fault(String.format(
                    Locale.ROOT, "has elements of type 0x%02x; allowed is 0x08, unsigned bytes", magic[2]));
        }
        if (magic[3] != names.length) {
            String allowed = names.length + " (" + String.join(", ", names) + ")";
            throw fault("has " + Byte.toUnsignedInt(magic[3]) + " dimensions, not " + allowed);
        }
    }

    private byte[] readHeader(int length) throws IOException, DataException {
        byte[] bytes = content.readNBytes(length);
        if (bytes.length < length) {
            throw fault("ends inside its header");
        }
        return bytes;
    }

    private byte[] elements(int... dimensions) throws IOException, DataException {
        long announced = Arrays.stream(dimensions).asLongStream().reduce(1, Idx::saturatedProduct);
        if (announced > MOST_ELEMENTS) {
            throw fault("announces " + shape(dimensions) + " elements; at most " + MOST_ELEMENTS + " are read");
        }
        byte[] elements = content.readNBytes((int) announced);
        if (elements.length < announced) {
            throw fault(
                    "announces " + shape(dimensions) + " = " + announced + " elements but holds " + elements.length);
        }
        if (content.read() >= 0) {
            throw fault("holds more than the " + shape(dimensions) + " = " + announced + " elements it announces");
        }
        return elements;
    }

    private static long saturatedProduct(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    private static String shape(int... dimensions) {
        return String.join(
                " × ", IntStream.of(dimensions).mapToObj(Integer::toString).toList());
    }

    private DataException fault(String found) {
        return new DataException(file + ": " + found);
    }

    private interface Reading<T> {
        T from(Idx idx) throws IOException, DataException;
    }
}
