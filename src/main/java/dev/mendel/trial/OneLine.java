package dev.mendel.trial;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts from programs and exceptions as one line that can be printed anywhere: without the sequences that
/// command a terminal, without control characters, of a bounded length.
public final class OneLine {
    /// The longest that is kept, in characters.
    public static final int LONGEST = 2000;

    /// Commands to a terminal: ESC or the one-character form, then a sequence, a text up to its end, or one letter.
    private static final Pattern COMMANDS = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]?"
            + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\\\|\u009c)?"
            + "|\u001b[ -/]*[0-~]?");

    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\u0085\u2028\u2029]\\s*");

    /// Control characters, those that turn the direction of writing, and halves of characters.
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]");

    private OneLine() {}

    /// The text as such a line; of null, which careless code may pass, nothing.
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = BREAKS.matcher(COMMANDS.matcher(start).replaceAll("")).replaceAll(" ");
        String shown = UNSHOWN.matcher(line.replace('\t', ' ')).replaceAll("?").strip();
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
