package dev.mendel.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;

/// The log of a run, `mendel.log` in its directory: the events of each session, failed trials with all details,
/// bugs with their stack traces. Takes in everything logged in the program while it is open.
final class RunLogFile implements RunLog {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %t %c{1} %msg%n%throwable";

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Appender appender;

    /// Opens the log of a run, to append to it.
    RunLogFile(Path directory) {
        var layout = PatternLayout.newBuilder()
                .setConfiguration(context.getConfiguration())
                .setCharset(StandardCharsets.UTF_8)
                .setPattern(PATTERN)
                .build();
        appender = FileAppender.newBuilder()
                .setName("run")
                .setConfiguration(context.getConfiguration())
                .setLayout(layout)
                .setFileName(directory.resolve("mendel.log").toString())
                .setAppend(true)
                .build();
        appender.start();
        context.getConfiguration().getRootLogger().addAppender(appender, Level.INFO, null);
        context.updateLoggers();
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender(appender.getName());
        appender.stop();
        context.updateLoggers();
    }
}
