package dev.mendel.run;

import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;

/// What takes in everything logged in the program while a session goes on.
interface RunLog extends AutoCloseable {
    /// Opens the log of a run, `mendel.log` in its directory, to append to it; none in a Java program that logs
    /// by other means than Log4j's own.
    static RunLog of(Path directory) {
        String means = LogManager.getContext(false).getClass().getName();
        return means.equals("org.apache.logging.log4j.core.LoggerContext") ? new RunLogFile(directory) : () -> {};
    }

    @Override
    void close();
}
