package dev.mendel.serve;

import dev.mendel.store.RunDirectory;
import dev.mendel.trial.TrialId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/// A trial's part of its run's log: the lines that name it.
///
/// @param lines the last ones, in order
/// @param leftOut how many come before them
/// @param problem why the log can't be read; empty where it can
record TrialLog(List<String> lines, long leftOut, String problem) {
    private static final int MOST_LINES = 500;
    private static final int LONGEST = 4000;

    /// Of a longer log its end is searched only.
    private static final long MOST_BYTES = 64L << 20;

    static TrialLog of(RunDirectory run, TrialId trial) {
        Path file = run.path().resolve("mendel.log");
        if (!Files.isRegularFile(file)) {
            return new TrialLog(List.of(), 0, "");
        }
        var named = Pattern.compile("\\btrial " + trial.number() + "\\b");
        var lines = new ArrayDeque<String>();
        long leftOut = 0;
        try (BufferedReader log = end(file)) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (named.matcher(line).find()) {
                    lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
                    if (lines.size() > MOST_LINES) {
                        lines.removeFirst();
                        leftOut++;
                    }
                }
            }
            return new TrialLog(List.copyOf(lines), leftOut, "");
        } catch (IOException e) {
            return new TrialLog(List.of(), 0, "the log can't be read: " + e.getMessage());
        }
    }

    /// The log's end; bytes that are no text are read as marks in their place.
    private static BufferedReader end(Path file) throws IOException {
        SeekableByteChannel bytes = Files.newByteChannel(file);
        bytes.position(Math.max(0, bytes.size() - MOST_BYTES));
        return new BufferedReader(new InputStreamReader(Channels.newInputStream(bytes), StandardCharsets.UTF_8));
    }
}
