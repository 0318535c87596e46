package dev.mendel.report.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads event files by the descriptions of their formats, without anything that writes them.
final class EventReader {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private EventReader() {}

    /// A field of a message: a number, or bytes.
    record Field(int number, long bits, ByteBuffer bytes) {
        double real() {
            return Double.longBitsToDouble(bits);
        }

        float single() {
            return Float.intBitsToFloat((int) bits);
        }

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }

        Message message() {
            return Message.of(bytes);
        }
    }

    /// A message of protocol buffers.
    record Message(List<Field> fields) {
        static Message of(ByteBuffer bytes) {
            var in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            var fields = new ArrayList<Field>();
            while (in.hasRemaining()) {
                long key = varint(in);
                int number = (int) (key >> 3);
                switch ((int) (key & 7)) {
                    case 0 -> fields.add(new Field(number, varint(in), NOTHING));
                    case 1 -> fields.add(new Field(number, in.getLong(), NOTHING));
                    case 2 -> {
                        var value = new byte[(int) varint(in)];
                        in.get(value);
                        fields.add(new Field(number, 0, ByteBuffer.wrap(value)));
                    }
                    case 5 -> fields.add(new Field(number, in.getInt(), NOTHING));
                    default -> throw new IllegalStateException("wire type " + (key & 7));
                }
            }
            return new Message(fields);
        }

        List<Field> all(int number) {
            return fields.stream().filter(field -> field.number() == number).toList();
        }

        boolean has(int number) {
            return !all(number).isEmpty();
        }

        Field one(int number) {
            List<Field> found = all(number);
            if (found.size() != 1) {
                throw new IllegalStateException(found.size() + " fields " + number + " in " + fields);
            }
            return found.getFirst();
        }

        private static long varint(ByteBuffer in) {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }

    /// The messages in the one event file of a folder, after their checksums have been compared.
    static List<Message> events(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().contains("tfevents"))
                    .toList();
        }
        if (files.size() != 1) {
            throw new IllegalStateException(files.size() + " event files in " + folder);
        }
        var in = ByteBuffer.wrap(Files.readAllBytes(files.getFirst())).order(ByteOrder.LITTLE_ENDIAN);
        var messages = new ArrayList<Message>();
        while (in.hasRemaining()) {
            byte[] length = checked(in, Long.BYTES);
            int size =
                    (int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            messages.add(Message.of(ByteBuffer.wrap(checked(in, size))));
        }
        return messages;
    }

    private static byte[] checked(ByteBuffer in, int size) {
        var bytes = new byte[size];
        in.get(bytes);
        int sum = in.getInt();
        if (masked(crc(bytes)) != sum) {
            throw new IllegalStateException("checksum of " + size + " bytes is " + Integer.toHexString(sum));
        }
        return bytes;
    }

    private static int masked(int crc) {
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    /// CRC-32C, bit by bit.
    static int crc(byte[] bytes) {
        int crc = -1;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82F63B78;
            }
        }
        return ~crc;
    }
}
