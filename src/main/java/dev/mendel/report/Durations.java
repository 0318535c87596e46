package dev.mendel.report;

import java.time.Duration;
import java.util.Locale;

/// Durations as people read them.
public final class Durations {
    private Durations() {}

    /// `0.8 s`, `42 s`, `3 min 05 s`, `2 h 07 min`, `3 d 04 h`.
    public static String words(Duration duration) {
        double exact = duration.toMillis() / 1000.0;
        if (exact < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", exact);
        }
        long seconds = Math.round(exact);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
        }
        return String.format(Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds / 3600 % 24);
    }

    /// For a narrow column: `0:42`, `3:05`, `2:07:30`.
    public static String clock(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
