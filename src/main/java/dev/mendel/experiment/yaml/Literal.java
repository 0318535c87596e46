package dev.mendel.experiment.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The meaning of a scalar, by the rules of YAML 1.2's core schema without its hexadecimal and octal numbers:
/// `1e-4` is a number, `true` a flag, `on`, `yes` and anything in quotes are words.
public sealed interface Literal {

    record Word(String text) implements Literal {}

    record Whole(long number) implements Literal {}

    record Real(double number) implements Literal {}

    record Flag(boolean flag) implements Literal {}

    /// An empty place, `~` or `null`.
    record Nothing() implements Literal {}

    /// A number that cannot be held, and why: `too large`.
    record Unheld(String why) implements Literal {}

    /// The meaning of a scalar.
    static Literal of(Node.Scalar scalar) {
        return switch (scalar.style()) {
            case QUOTED -> new Word(scalar.text());
            case PLAIN -> plain(scalar.text());
        };
    }

    /// The meaning of a bare word.
    static Literal plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Nothing();
            case "true", "True", "TRUE" -> new Flag(true);
            case "false", "False", "FALSE" -> new Flag(false);
            default -> Numbers.read(text);
        };
    }

    /// The syntax of numbers.
    final class Numbers {
        private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
        private static final Pattern REAL =
                Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
        private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
        private static final Pattern MORE_THAN_ZERO = Pattern.compile("[1-9]");

        private Numbers() {}

        private static Literal read(String text) {
            if (WHOLE.matcher(text).matches()) {
                return whole(text);
            }
            Matcher real = REAL.matcher(text);
            if (real.matches()) {
                return real(text, real.group(1));
            }
            return NOT_FINITE.matcher(text).matches() ? new Unheld("not a finite number") : new Word(text);
        }

        private static Literal whole(String text) {
            try {
                return new Whole(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return new Unheld("too large a whole number");
            }
        }

        private static Literal real(String text, String digits) {
            double number = Double.parseDouble(text);
            if (Double.isInfinite(number)) {
                return new Unheld("too large a number");
            }
            return number == 0 && MORE_THAN_ZERO.matcher(digits).find()
                    ? new Unheld("too close to zero to be told from it")
                    : new Real(number);
        }
    }
}
