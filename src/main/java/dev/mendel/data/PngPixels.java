package dev.mendel.data;

/// The layout of a PNG's pixels once they are unpacked: rows of samples, each row after a byte that names its
/// filter.
///
/// @param file the file's name in messages
/// @param depth the bits of a sample
/// @param colour the kind of colour, as PNG numbers them
record PngPixels(String file, Images.Size size, int depth, int colour) {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    private static final int BYTE = 8;

    /// Whether PNG has pictures of this kind.
    static boolean isAllowed(int depth, int colour) {
        return switch (colour) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == BYTE || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == BYTE;
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == BYTE || depth == 16;
            default -> false;
        };
    }

    /// The number of bytes of all rows.
    int length() {
        return size.height() * (1 + rowBytes());
    }

    /// A sample of a pixel: of deeper ones the upper eight bits, of shallower ones as it stands there.
    ///
    /// @param rows as [#unfiltered] returns them
    int sample(byte[] rows, int row, int column, int channel) {
        int bit = (column * channels() + channel) * depth;
        int place = row * (1 + rowBytes()) + 1 + bit / BYTE;
        int found = Byte.toUnsignedInt(rows[place]);
        return depth >= BYTE ? found : (found >> (BYTE - depth - bit % BYTE)) & ((1 << depth) - 1);
    }

    /// A grey sample on the scale from 0 to 255.
    int scaled(int sample) {
        return depth >= BYTE ? sample : sample * 255 / ((1 << depth) - 1);
    }

    /// Takes the filters back, in place.
    byte[] unfiltered(byte[] rows) throws DataException {
        int step = Math.max(1, channels() * depth / BYTE);
        int width = rowBytes();
        for (int row = 0; row < size.height(); row++) {
            int from = row * (1 + width) + 1;
            int filter = rows[from - 1];
            for (int i = 0; i < width; i++) {
                int left = i < step ? 0 : Byte.toUnsignedInt(rows[from + i - step]);
                int above = row == 0 ? 0 : Byte.toUnsignedInt(rows[from + i - width - 1]);
                int corner = i < step || row == 0 ? 0 : Byte.toUnsignedInt(rows[from + i - width - 1 - step]);
                rows[from + i] += (byte) predicted(filter, left, above, corner);
            }
        }
        return rows;
    }

    private int predicted(int filter, int left, int above, int corner) throws DataException {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            case 4 -> paeth(left, above, corner);
            default -> throw new DataException(file + ": is damaged: a row has the filter " + filter + ", not 0 to 4");
        };
    }

    /// The neighbour nearest to left + above − corner.
    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    private int channels() {
        return switch (colour) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    private int rowBytes() {
        return (size.width() * channels() * depth + BYTE - 1) / BYTE;
    }
}
