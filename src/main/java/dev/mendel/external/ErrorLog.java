package dev.mendel.external;

import dev.mendel.external.LineReader.Line;
import dev.mendel.trial.OneLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// What a process writes to standard error, line by line in the log: a line that is too long takes several, the
/// states of a progress bar are left out but for the last. Read by one thread, asked by others.
final class ErrorLog {
    private static final Logger LOG = LogManager.getLogger("program");

    /// How a Java machine that crashes names the signal.
    private static final Pattern CRASH = Pattern.compile("^# +(SIG[A-Z]+) \\(0x[0-9a-f]+\\) at pc=");

    private volatile String task = "";
    private volatile @Nullable String last;
    private volatile @Nullable String signal;

    /// The lines that follow belong to another task.
    ///
    /// @param about the task in the log
    void begin(String about) {
        task = about;
        last = null;
        signal = null;
    }

    /// Reads to the end.
    void read(BufferedReader from) throws IOException {
        var reader = new LineReader(from, OneLine.LONGEST);
        for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
            String text = OneLine.of(line.get().text());
            if (!text.isEmpty() && !line.get().overwritten()) {
                LOG.info("{}: {}", task, text);
                last = text;
                Matcher crash = CRASH.matcher(text);
                signal = crash.find() ? crash.group(1) : signal;
            }
        }
    }

    /// The last line since the task began.
    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /// The signal of which a Java machine died.
    Optional<String> signal() {
        return Optional.ofNullable(signal);
    }
}
