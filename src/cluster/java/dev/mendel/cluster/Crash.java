package dev.mendel.cluster;

import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the failure of a job: whether the fold has ended its process each time, or the cluster is to blame.
final class Crash {
    /// In Spark's words, for a process that ended by itself while the task ran; other losses are not counted.
    private static final Pattern CRASHED = Pattern.compile(
            "failed (\\d+) times?, most recent failure: .*ExecutorLostFailure \\(executor \\S+ exited caused by one of the"
                    + " running tasks\\)(?: Reason: ([^\\n]*))?");

    private static final Pattern OLD_JAVA =
            Pattern.compile("\\(([^() ]+) executor [^)]*\\).*UnsupportedClassVersionError", Pattern.DOTALL);
    private static final Pattern RECENT = Pattern.compile("most recent failure: ([^\\n]*)");

    private Crash() {}

    /// Whether the fold has ended its process as often as it was tried.
    static boolean isOf(Throwable failure) {
        return CRASHED.matcher(text(failure)).find();
    }

    /// Why such a fold has no result.
    static String reason(Throwable failure) {
        Matcher crashed = CRASHED.matcher(text(failure));
        if (!crashed.find()) {
            throw new IllegalArgumentException("no crash: " + failure);
        }
        String how = crashed.group(2) == null ? "" : ": " + crashed.group(2).strip();
        return "the process that evaluated it ended, " + crashed.group(1) + " times in " + crashed.group(1) + how;
    }

    /// The fault of the cluster, in one line.
    static String line(Throwable failure) {
        String text = text(failure);
        Matcher old = OLD_JAVA.matcher(text);
        if (old.find()) {
            return "the Java on " + old.group(1)
                    + " is too old for Mendel, which needs 25: JAVA_HOME in the environment" + " of its worker decides";
        }
        Matcher recent = RECENT.matcher(text);
        return (recent.find() ? recent.group(1) : text.lines().findFirst().orElse(text)).strip();
    }

    private static String text(Throwable failure) {
        Throwable told = failure;
        while (told.getCause() != null && (told.getMessage() == null || told instanceof ExecutionException)) {
            told = told.getCause();
        }
        return told.getMessage() == null ? told.toString() : told.getMessage();
    }
}
