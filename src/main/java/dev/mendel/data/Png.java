package dev.mendel.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a picture of the form PNG as one grey image: every depth and kind of colour, unless interlaced or
/// transparent. Colours become grey by the weights of Rec. 601, as Pillow's `convert("L")` does it. Written by
/// hand, since the JDK's reader checks no checksum and brightens grey pictures on the way. See
/// <https://www.w3.org/TR/png-3/>.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 13;
    private static final int OPAQUE = 255;
    private static final int COLOURS = 3;

    private final String file;
    private final ByteBuffer content;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private byte[] palette = {};
    private byte[] opacity = {};

    private Png(String file, byte[] content) {
        this.file = file;
        this.content = ByteBuffer.wrap(content).position(SIGNATURE.length);
    }

    /// Whether a file begins as a PNG does.
    static boolean is(byte[] content) {
        return content.length >= SIGNATURE.length
                && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /// @param file the file's name in messages
    /// @param content that [#is] a PNG
    /// @param wanted the only size that is read
    static Images read(String file, byte[] content, Images.Size wanted) throws DataException {
        var png = new Png(file, content);
        PngPixels form = png.header(wanted);
        png.chunks();
        byte[] rows = form.unfiltered(png.unpacked(form.length()));
        var grey = new byte[wanted.pixels()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) png.grey(form, rows, i / wanted.width(), i % wanted.width());
        }
        return new Images(wanted, grey);
    }

    private PngPixels header(Images.Size wanted) throws DataException {
        Chunk chunk = next();
        if (!chunk.name().equals("IHDR") || chunk.data().remaining() != HEADER) {
            throw fault("is damaged: it does not begin with the description of a picture");
        }
        long width = Integer.toUnsignedLong(chunk.data().getInt());
        long height = Integer.toUnsignedLong(chunk.data().getInt());
        if (width != wanted.width() || height != wanted.height()) {
            throw fault("is " + height + " × " + width + "; allowed is " + wanted);
        }
        int depth = chunk.data().get();
        int colour = chunk.data().get();
        int methods = chunk.data().getShort();
        if (methods != 0 || !PngPixels.isAllowed(depth, colour)) {
            throw fault("is damaged: there are no pictures of depth " + depth + " and colour type " + colour);
        }
        if (chunk.data().get() != 0) {
            throw fault("is interlaced; allowed are pictures that are not");
        }
        return new PngPixels(file, wanted, depth, colour);
    }

    /// Keeps what there is to keep of the chunks up to the last.
    private void chunks() throws DataException {
        for (Chunk chunk = next(); !chunk.name().equals("IEND"); chunk = next()) {
            var data = new byte[chunk.data().remaining()];
            chunk.data().get(data);
            switch (chunk.name()) {
                case "PLTE" -> palette = data;
                case "tRNS" -> opacity = data;
                case "IDAT" -> packed.writeBytes(data);
                default -> requireOptional(chunk.name());
            }
        }
    }

    /// The names of chunks that a reader has to understand begin with a capital letter.
    private void requireOptional(String name) throws DataException {
        if (Character.isUpperCase(name.charAt(0))) {
            throw fault("is damaged, or newer than this reader: it has a part " + name);
        }
    }

    private record Chunk(String name, ByteBuffer data) {}

    private Chunk next() throws DataException {
        if (content.remaining() < 3 * Integer.BYTES) {
            throw fault("is cut off: it has no end");
        }
        int length = content.getInt();
        if (length < 0 || length > content.remaining() - 2 * Integer.BYTES) {
            throw fault("is cut off or damaged: a part of " + Integer.toUnsignedString(length) + " bytes is announced, "
                    + (content.remaining() - 2 * Integer.BYTES) + " are left");
        }
        ByteBuffer checked = content.slice(content.position(), Integer.BYTES + length);
        String name = StandardCharsets.ISO_8859_1
                .decode(checked.slice(0, Integer.BYTES))
                .toString();
        var sum = new CRC32();
        sum.update(checked.duplicate());
        content.position(content.position() + Integer.BYTES + length);
        if ((int) sum.getValue() != content.getInt()) {
            throw fault("is damaged: its checksums do not fit what it holds");
        }
        return new Chunk(name, checked.slice(Integer.BYTES, length));
    }

    private byte[] unpacked(int length) throws DataException {
        var rows = new byte[length];
        try (var inflater = new Inflater()) {
            inflater.setInput(packed.toByteArray());
            int filled = 0;
            while (filled < length) {
                int more = inflater.inflate(rows, filled, length - filled);
                if (more == 0) {
                    throw fault("is damaged: it holds " + filled + " of the " + length + " bytes of its pixels");
                }
                filled += more;
            }
        } catch (DataFormatException e) {
            throw new DataException(file + ": is damaged, its pixels can't be unpacked: " + e.getMessage(), e);
        }
        return rows;
    }

    private int grey(PngPixels form, byte[] rows, int row, int column) throws DataException {
        int first = form.sample(rows, row, column, 0);
        return switch (form.colour()) {
            case PngPixels.GREY -> opaque(opacity.length == 0 ? OPAQUE : 0, form.scaled(first));
            case PngPixels.GREY_ALPHA -> opaque(form.sample(rows, row, column, 1), first);
            case PngPixels.PALETTE -> {
                if (COLOURS * first + 2 >= palette.length) {
                    throw fault("is damaged: it names colour " + first + " of " + palette.length / COLOURS);
                }
                int grey = luma(
                        Byte.toUnsignedInt(palette[COLOURS * first]),
                        Byte.toUnsignedInt(palette[COLOURS * first + 1]),
                        Byte.toUnsignedInt(palette[COLOURS * first + 2]));
                yield opaque(first < opacity.length ? Byte.toUnsignedInt(opacity[first]) : OPAQUE, grey);
            }
            default -> {
                int grey = luma(first, form.sample(rows, row, column, 1), form.sample(rows, row, column, 2));
                int alpha = form.colour() == PngPixels.RGB_ALPHA
                        ? form.sample(rows, row, column, COLOURS)
                        : opacity.length == 0 ? OPAQUE : 0;
                yield opaque(alpha, grey);
            }
        };
    }

    private int opaque(int alpha, int grey) throws DataException {
        if (alpha != OPAQUE) {
            throw fault("is partly transparent, so how light its pixels are is open; allowed are opaque pictures");
        }
        return grey;
    }

    private static int luma(int red, int green, int blue) {
        return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }

    private DataException fault(String found) {
        return new DataException(file + ": " + found);
    }
}
