package dev.mendel.space;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The canonical JSON literals that configurations are written with: one text for one value, on every machine.
final class Json {
    private static final Pattern OTHER = Pattern.compile(
            "(?i)|~|null|true|false|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:e[-+]?[0-9]+)?|[-+]?\\.?inf|[-+]?infinity|\\.?nan|\".*\"");

    private Json() {}

    /// Whether a bare word is taken for a number, a truth or nothing, or already looks quoted.
    static boolean readsAsOther(String word) {
        return OTHER.matcher(word).matches();
    }

    /// One hyperparameter of a configuration's text.
    static String member(String name, Value value) {
        return quote(name) + ':' + value;
    }

    /// Of such members, the text of a configuration.
    static StringJoiner object() {
        return new StringJoiner(",", "{", "}");
    }

    static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), out);
        }
        return out.append('"').toString();
    }

    /// The shortest decimal that reads back as the same double; always with a point or an exponent.
    static String number(double number) {
        // below 1e-3 and from 1e7 on Java writes 1.0E-5
        return number == 0 ? "0.0" : Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || Character.isSurrogate(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
