package dev.mendel.experiment.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Reads a text file that a user named.
public final class SourceFile {
    /// The most bytes that an experiment's file has.
    static final int MOST_BYTES = 1_000_000;

    private SourceFile() {}

    /// The text of an experiment's file; empty where it cannot be had, which is then among the faults.
    public static Optional<String> text(Path file, Faults faults) {
        return text(file, MOST_BYTES, faults);
    }

    /// The file's text; empty where it cannot be had, which is then among the faults.
    ///
    /// @param most the most bytes that are read, some millions
    public static Optional<String> text(Path file, int most, Faults faults) {
        var place = new Place.InFile(file.toString());
        if (Files.isDirectory(file)) {
            faults.add(place, "is a directory, not a file");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                faults.add(place, "is larger than " + most / 1_000_000 + " MB, which is the most such a file can have");
                return Optional.empty();
            }
            return decoded(bytes, place, faults);
        } catch (IOException e) {
            faults.add(place, reason(e));
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] bytes, Place place, Faults faults) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            faults.add(undecodable(bytes, in.position(), place), undecodable(bytes[in.position()]));
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Place undecodable(byte[] bytes, int position, Place place) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            column = bytes[i] == '\n' ? 1 : column + 1;
        }
        return place.column(line, column);
    }

    private static String undecodable(byte found) {
        return String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8; save the file as UTF-8", found);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "may not be read: permission denied";
            case FileSystemException failed when failed.getReason() != null -> "cannot be read: " + failed.getReason();
            default -> "cannot be read: " + e.getMessage();
        };
    }
}
