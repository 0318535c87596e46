package dev.mendel.experiment.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/// Writes words so that they read back as the same words.
public final class PlainWord {
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]*(?: [\\p{L}\\p{N}_./-]+)*");

    private PlainWord() {}

    /// The word as it is where that reads back, else in double quotes.
    public static String write(String word) {
        return readsBack(word) ? word : quote(word);
    }

    /// Whether the word, written bare, is read as this word again.
    static boolean readsBack(String word) {
        return word.length() <= 200
                && SAFE.matcher(word).matches()
                && Literal.plain(word) instanceof Literal.Word(String text)
                && text.equals(word);
    }

    private static String quote(String word) {
        var out = new StringBuilder("\"");
        word.codePoints().forEach(c -> escape(c, out));
        return out.append('"').toString();
    }

    private static void escape(int c, StringBuilder out) {
        if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (Shown.printable(c)) {
            out.appendCodePoint(c);
        } else {
            out.append(String.format(Locale.ROOT, "\\U%08x", c));
        }
    }
}
