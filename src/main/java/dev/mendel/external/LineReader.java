package dev.mendel.external;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Reads lines of a bounded length, so that a line without an end doesn't fill the memory.
final class LineReader {
    private final Reader from;
    private final int longest;

    /// @param from buffered
    /// @param longest number of characters after which a line is cut
    LineReader(Reader from, int longest) {
        this.from = from;
        this.longest = longest;
    }

    /// A line without its end, or a part of one.
    ///
    /// @param cut whether the line goes on
    record Line(String text, boolean cut) {}

    /// The next line, or as much of it as is allowed; empty at the end.
    Optional<Line> next() throws IOException {
        var text = new StringBuilder();
        int read = from.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            text.append((char) read);
            if (text.length() == longest) {
                return Optional.of(new Line(text.toString(), true));
            }
            read = from.read();
        }
        return Optional.of(new Line(text.toString(), false));
    }
}
