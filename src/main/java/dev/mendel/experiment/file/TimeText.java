package dev.mendel.experiment.file;

import dev.mendel.search.Budget;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths of time as files write them: `90s`, `5m`, `2h`, `1h30m`, `0.5s`.
public final class TimeText {
    private static final Pattern TIME =
            Pattern.compile("(?:([0-9]{1,6})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,10})(?:\\.([0-9]{1,9}))?s)?");

    private TimeText() {}

    /// The time that a text means; empty where it means none, or none that a budget can have.
    public static Optional<Duration> read(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration time = Duration.ofHours(number(parts.group(1)))
                .plusMinutes(number(parts.group(2)))
                .plusSeconds(number(parts.group(3)))
                .plusNanos(nanos(parts.group(4)));
        return time.isZero() || time.compareTo(Budget.FOREVER) > 0 ? Optional.empty() : Optional.of(time);
    }

    /// The text that reads back as this time.
    static String write(Duration time) {
        var out = new StringBuilder();
        append(time.toHours(), "h", out);
        append(time.toMinutesPart(), "m", out);
        if (time.toNanosPart() > 0) {
            String nanos =
                    String.format(Locale.ROOT, "%09d", time.toNanosPart()).replaceAll("0+$", "");
            out.append(time.toSecondsPart()).append('.').append(nanos).append('s');
        } else {
            append(time.toSecondsPart(), "s", out);
        }
        return out.toString();
    }

    private static void append(long number, String unit, StringBuilder out) {
        if (number > 0) {
            out.append(number).append(unit);
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long nanos(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }
}
