package dev.mendel.report.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/// Writes event files: TFRecords, each a length, its checksum, a message and its checksum.
final class EventFile {
    /// The version of the events, which is the content of a file's first.
    private static final String VERSION = "brain.Event:2";

    private EventFile() {}

    /// Writes one file into a folder, in the place of the one that was written there before for the same run.
    ///
    /// @param folder made if it is not there
    /// @param created when the run began: the file is named by it
    static void write(Path folder, Instant created, List<Event> events) throws IOException {
        Files.createDirectories(folder);
        String name = String.format(Locale.ROOT, "events.out.tfevents.%010d.mendel", created.getEpochSecond());
        // TensorBoard reads every file with `tfevents` in its name
        Path written = folder.resolve(".events.new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
            record(out, new Proto().real(1, Event.seconds(created)).text(3, VERSION));
            for (Event event : events) {
                record(out, event.proto());
            }
        }
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void record(OutputStream out, Proto message) throws IOException {
        byte[] bytes = message.bytes();
        byte[] length = little(Long.BYTES).putLong(bytes.length).array();
        out.write(length);
        out.write(checksum(length));
        out.write(bytes);
        out.write(checksum(bytes));
    }

    /// The CRC-32C, masked as TensorFlow does: a checksum over bytes that hold their own is of little worth.
    private static byte[] checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        int sum = (int) crc.getValue();
        return little(Integer.BYTES)
                .putInt(Integer.rotateRight(sum, 15) + 0xa282ead8)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
