package dev.mendel.external.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// How the output of a program is understood that doesn't write lines of JSON.
///
/// @param answer finds the value in a line: the group of the pattern, or all of the match where it has none;
///     null for a line that is a number
/// @param epoch finds a point of the learning curve in a line; null for none
public record Answers(@Nullable String answer, @Nullable String epoch) {
    /// Numbers alone.
    public static final Answers NUMBERS = new Answers(null, null);

    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|nan|inf(?:inity)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PYTHON_GROUP = Pattern.compile("\\(\\?P<");
    private static final List<String> OF_EPOCHS = List.of("value", "epoch value");

    /// Compiles both.
    ///
    /// @throws IllegalArgumentException if one is no pattern, or has groups that mean nothing; the message says
    ///     so
    public Answers {
        if (answer != null && matcher(answer).groupCount() > 1) {
            throw new IllegalArgumentException("has more than one group; write the others as (?:…)");
        }
        if (epoch != null) {
            checkEpoch(epoch);
        }
    }

    /// Whether there are patterns.
    public boolean arePatterns() {
        return answer != null || epoch != null;
    }

    /// A point of a learning curve, as found in a line.
    ///
    /// @param epoch its number, from 0; null where they are counted
    /// @param measures by name, `loss` among them; perhaps NaN or infinite
    public record Point(@Nullable Integer epoch, Map<String, Double> measures) {}

    /// What finds values and points.
    public Reader reader() {
        return new Reader(answer == null ? null : compile(answer), epoch == null ? null : compile(epoch));
    }

    /// The compiled patterns. Thread-safe.
    public record Reader(@Nullable Pattern answer, @Nullable Pattern epoch) {
        /// The last value in a line; perhaps NaN or infinite.
        public Optional<Double> value(CharSequence line) {
            if (answer == null) {
                return number(line.toString().strip());
            }
            Matcher matcher = answer.matcher(line);
            Optional<Double> last = Optional.empty();
            while (matcher.find()) {
                Optional<Double> found = number(matcher.group(Math.min(1, matcher.groupCount())));
                last = found.isPresent() ? found : last;
            }
            return last;
        }

        /// The first point in a line.
        public Optional<Point> point(CharSequence line) {
            if (epoch == null) {
                return Optional.empty();
            }
            Matcher matcher = epoch.matcher(line);
            if (!matcher.find()) {
                return Optional.empty();
            }
            var measures = new LinkedHashMap<String, Double>();
            groups(matcher).forEach((name, text) -> number(text).ifPresent(number -> measures.put(name, number)));
            Double number = measures.remove("epoch");
            boolean counted = !names(matcher).containsValue("epoch");
            if (!counted && (number == null || number < 0 || number > Integer.MAX_VALUE)) {
                return Optional.empty();
            }
            return Optional.of(new Point(number == null ? null : number.intValue(), measures));
        }

        private static Map<String, String> groups(Matcher matcher) {
            var groups = new LinkedHashMap<String, String>();
            names(matcher).forEach((group, name) -> {
                @Nullable String text = matcher.group(group);
                if (text != null) {
                    groups.put(name, text);
                }
            });
            return groups;
        }
    }

    /// The number that a text is, as programs write numbers; perhaps NaN or infinite.
    static Optional<Double> number(@Nullable String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith("nan")) {
            return Optional.of(Double.NaN);
        }
        if (lower.contains("inf")) {
            return Optional.of(lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return Optional.of(Double.valueOf(text));
    }

    /// The meaning of each group, by number, in order.
    private static Map<Integer, String> names(Matcher matcher) {
        var names = new TreeMap<Integer, String>();
        matcher.namedGroups().forEach((name, group) -> names.put(group, name));
        if (names.isEmpty()) {
            List<String> meanings =
                    List.of(OF_EPOCHS.get(matcher.groupCount() - 1).split(" ", -1));
            for (int i = 0; i < meanings.size(); i++) {
                names.put(i + 1, meanings.get(i));
            }
        }
        return names;
    }

    private static void checkEpoch(String pattern) {
        Matcher matcher = matcher(pattern);
        int groups = matcher.groupCount();
        if (matcher.namedGroups().isEmpty() && (groups < 1 || groups > OF_EPOCHS.size())) {
            throw new IllegalArgumentException("has " + groups + " groups without names; allowed are one (the"
                    + " value), two (epoch and value), or groups with names: (?<epoch>…), (?<loss>…), (?<value>…) and"
                    + " others");
        }
    }

    private static Matcher matcher(String pattern) {
        try {
            return compile(pattern).matcher("");
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "is no regular expression: " + e.getDescription()
                            + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)),
                    e);
        }
    }

    /// Named groups may be written as in Python too.
    private static Pattern compile(String pattern) {
        return Pattern.compile(PYTHON_GROUP.matcher(pattern).replaceAll("(?<"));
    }
}
