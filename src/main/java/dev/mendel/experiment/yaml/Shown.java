package dev.mendel.experiment.yaml;

import java.util.Locale;

/// The form in which messages repeat a user's text: on one line, of bounded length, without control characters.
public final class Shown {
    private static final int LONGEST = 60;
    private static final int LONGEST_MESSAGE = 1000;

    private Shown() {}

    /// A text as it is, where it is short and printable.
    public static String text(String text) {
        return shortened(text, LONGEST);
    }

    /// A message that may hold a user's text.
    static String message(String text) {
        return shortened(text, LONGEST_MESSAGE);
    }

    static String scalar(Node.Scalar scalar) {
        Literal literal = Literal.of(scalar);
        if (literal instanceof Literal.Nothing) {
            return "no value";
        }
        boolean mistakable = scalar.style() == Node.Style.QUOTED && !PlainWord.readsBack(scalar.text());
        return mistakable ? '"' + text(scalar.text()) + '"' : text(scalar.text());
    }

    /// Whether a character shows as itself and stays on its line.
    static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shortened(String text, int longest) {
        var out = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> append(c, out));
        return text.codePointCount(0, text.length()) > longest ? out + "…" : out.toString();
    }

    private static void append(int c, StringBuilder out) {
        if (printable(c)) {
            out.appendCodePoint(c);
        } else {
            out.append(String.format(Locale.ROOT, "<U+%04X>", c));
        }
    }
}
