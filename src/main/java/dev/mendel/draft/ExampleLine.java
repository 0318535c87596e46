package dev.mendel.draft;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A line that a program prints with its value, as a pattern for such lines.
public final class ExampleLine {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private static final String ANY_NUMBER = "([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)";

    private ExampleLine() {}

    /// The pattern; empty where the line has no number, or nothing else.
    public static Optional<String> pattern(String line) {
        String text = line.strip();
        Optional<MatchResult> last = NUMBER.matcher(text).results().reduce((_, later) -> later);
        return last.filter(number -> number.end() - number.start() < text.length())
                .map(number -> literally(text.substring(0, number.start()))
                        + ANY_NUMBER
                        + literally(text.substring(number.end())));
    }

    /// A text as a pattern of itself, with other numbers in it.
    private static String literally(String text) {
        var out = new StringBuilder();
        int from = 0;
        for (MatchResult number : NUMBER.matcher(text).results().toList()) {
            out.append(quoted(text.substring(from, number.start()))).append("[-+0-9.eE]+");
            from = number.end();
        }
        return out.append(quoted(text.substring(from))).toString();
    }

    private static String quoted(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }
}
