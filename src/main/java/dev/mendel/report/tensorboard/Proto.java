package dev.mendel.report.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A message of protocol buffers, written field by field (protobuf.dev/programming-guides/encoding). Fields are
/// known by their numbers. For one thread.
final class Proto {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A whole number, a truth or an enum's constant.
    Proto whole(int field, long number) {
        varint(((long) field << 3) | VARINT);
        varint(number);
        return this;
    }

    Proto real(int field, double number) {
        varint(((long) field << 3) | FIXED_64);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(number)
                .array());
        return this;
    }

    Proto single(int field, float number) {
        varint(((long) field << 3) | FIXED_32);
        out.writeBytes(ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(number)
                .array());
        return this;
    }

    Proto text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A message within this one; once more for each of a repeated field.
    Proto message(int field, Proto message) {
        return bytes(field, message.bytes());
    }

    Proto bytes(int field, byte[] bytes) {
        varint(((long) field << 3) | LENGTH);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /// The message as it has been written so far.
    byte[] bytes() {
        return out.toByteArray();
    }

    /// Seven bits a byte, the lowest first; all but the last byte have the highest bit set.
    private void varint(long number) {
        long left = number;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
