package dev.mendel.external;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Reads lines of a bounded length, so that a line without an end doesn't fill the memory. A line ends with a
/// line feed, a carriage return, or both.
final class LineReader {
    private static final int NOTHING = Integer.MIN_VALUE;

    private final Reader from;
    private final int longest;
    /// What has been read and belongs to the next line.
    private int held = NOTHING;

    /// @param from buffered
    /// @param longest number of characters after which a line is cut
    LineReader(Reader from, int longest) {
        this.from = from;
        this.longest = longest;
    }

    /// A line without its end, or a part of one.
    ///
    /// @param cut whether the line goes on
    /// @param overwritten whether it ends with a carriage return alone, as the states of a progress bar do: a
    ///     terminal shows what comes next in its place
    record Line(String text, boolean cut, boolean overwritten) {}

    /// The next line, or as much of it as is allowed; empty at the end.
    Optional<Line> next() throws IOException {
        var text = new StringBuilder();
        int read = read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (read == '\r') {
                int after = read();
                held = after == '\n' ? NOTHING : after;
                return Optional.of(new Line(text.toString(), false, after != '\n' && after >= 0));
            }
            text.append((char) read);
            if (text.length() == longest) {
                return Optional.of(new Line(text.toString(), true, false));
            }
            read = read();
        }
        return Optional.of(new Line(text.toString(), false, false));
    }

    private int read() throws IOException {
        if (held == NOTHING) {
            return from.read();
        }
        int read = held;
        held = NOTHING;
        return read;
    }
}
