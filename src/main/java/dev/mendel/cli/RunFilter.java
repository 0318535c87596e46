package dev.mendel.cli;

import dev.mendel.run.RunSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A condition on runs, as `state=complete`, `best>0.9` or `note~lr`.
///
/// @param key what of a run is looked at
/// @param operator `=`, `!=`, `<`, `<=`, `>`, `>=`, or `~` for a part of a text, upper and lower case alike
record RunFilter(Key key, String operator, String value) implements Predicate<RunSummary> {
    private static final Pattern FORM = Pattern.compile("([a-z]+)\\s*(!=|<=|>=|=|<|>|~)\\s*(.*)");

    /// What of a run can be looked at, and sorted by.
    enum Key {
        RUN,
        EXPERIMENT,
        STRATEGY,
        STATE,
        GROUP,
        NOTE,
        SEED,
        STARTED,
        ELAPSED,
        TRIALS,
        FAILED,
        STOPPED,
        BEST;

        /// The names, for people.
        static String all() {
            return Arrays.stream(values()).map(Key::word).collect(Collectors.joining(", "));
        }

        static Optional<Key> find(String word) {
            return Arrays.stream(values())
                    .filter(key -> key.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The value, where it is a number.
        @Nullable
        Double number(RunSummary run) {
            return switch (this) {
                case SEED -> (double) run.seed();
                case ELAPSED -> run.elapsedSeconds();
                case TRIALS -> (double) run.trials();
                case FAILED -> (double) run.failed();
                case STOPPED -> (double) run.stopped();
                case BEST -> run.best();
                default -> null;
            };
        }

        boolean isNumber() {
            return switch (this) {
                case SEED, ELAPSED, TRIALS, FAILED, STOPPED, BEST -> true;
                default -> false;
            };
        }

        String text(RunSummary run) {
            return switch (this) {
                case RUN -> run.run();
                case EXPERIMENT -> run.experiment();
                case STRATEGY -> run.strategy();
                case STATE -> run.state();
                case GROUP -> run.group() == null ? "" : run.group();
                case NOTE -> run.note();
                case STARTED -> run.started().toString();
                default -> {
                    Double number = number(run);
                    yield number == null ? "" : number.toString();
                }
            };
        }

        /// The order: small numbers first, texts by their letters; of the best values the better ones first.
        /// Runs without a value come last.
        Comparator<RunSummary> order() {
            if (!isNumber()) {
                return Comparator.comparing(this::text);
            }
            return Comparator.comparingDouble(run -> {
                Double number = number(run);
                if (number == null) {
                    return Double.POSITIVE_INFINITY;
                }
                return this == BEST ? -run.direction().score(number).value() : number;
            });
        }
    }

    /// Reads conditions as they are typed.
    static final class Converter implements ITypeConverter<RunFilter> {
        @Override
        public RunFilter convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is not a condition such as state=complete or best>0.9");
            }
            Key key = Key.find(matcher.group(1))
                    .orElseThrow(
                            () -> new TypeConversionException("'" + matcher.group(1) + "' is not one of " + Key.all()));
            var filter = new RunFilter(key, matcher.group(2), matcher.group(3));
            if (key.isNumber() && !filter.operator().equals("~")) {
                filter.limit();
            }
            return filter;
        }
    }

    @Override
    public boolean test(RunSummary run) {
        if (operator.equals("~")) {
            return key.text(run).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        }
        if (!key.isNumber()) {
            return holds(key.text(run).compareTo(value));
        }
        Double number = key.number(run);
        return number == null ? operator.equals("!=") : holds(number.compareTo(limit()));
    }

    private boolean holds(int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private double limit() {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + value + "' is not a number, and " + key.word() + " is one");
        }
    }
}
