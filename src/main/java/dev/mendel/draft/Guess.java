package dev.mendel.draft;

import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What a help text's option is taken for: a hyperparameter with a domain, the seed, or none.
final class Guess {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private final HelpOption option;
    private final Set<String> words;

    private Guess(HelpOption option) {
        this.option = option;
        this.words = Arrays.stream(option.name().toLowerCase(Locale.ROOT).split("[-_.]+", -1))
                .collect(Collectors.toSet());
    }

    /// Whether it takes the seed of everything random.
    static boolean isSeed(HelpOption option) {
        String name = option.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return !option.isSwitch() && (name.equals("seed") || name.equals("random-seed") || name.equals("random-state"));
    }

    /// The domain of the option as a file writes it; empty for one that is taken for no hyperparameter.
    static Optional<String> domain(HelpOption option) {
        return new Guess(option).domain();
    }

    private Optional<String> domain() {
        if (words.stream().anyMatch(OptionWords.NONE::contains)
                && option.choices().isEmpty()) {
            return Optional.empty();
        }
        if (!option.choices().isEmpty()) {
            return words.contains("log") || words.contains("device")
                    ? Optional.empty()
                    : Optional.of(choices(option.choices()));
        }
        if (option.isSwitch()) {
            return Optional.of("{choices: [true, false]}");
        }
        String metavar = option.metavar().toLowerCase(Locale.ROOT);
        String usual = option.usual().orElse("");
        if (WHOLE.matcher(usual).matches() && !isReal(metavar)) {
            return Optional.of(around(Long.parseLong(usual)));
        }
        if (NUMBER.matcher(usual).matches()) {
            return Optional.of(around(Double.parseDouble(usual)));
        }
        if (!usual.isEmpty()) {
            return Optional.empty();
        }
        return unknown(metavar);
    }

    private Optional<String> unknown(String metavar) {
        if (isReal(metavar) || has(OptionWords.SCALES) || has(OptionWords.SHARES)) {
            return Optional.of(
                    has(OptionWords.SHARES)
                            ? real(0, 0.9, false)
                            : has(OptionWords.SCALES) ? real(1e-5, 1, true) : real(0, 1, false));
        }
        boolean whole = metavar.startsWith("int")
                || metavar.equals("n")
                || metavar.contains("number")
                || has(OptionWords.COUNTS);
        return whole ? Optional.of(whole(1, 10)) : Optional.empty();
    }

    private boolean has(Set<String> names) {
        return words.stream().anyMatch(names::contains);
    }

    private static boolean isReal(String metavar) {
        return metavar.startsWith("float") || metavar.startsWith("double") || metavar.startsWith("real");
    }

    private String around(long usual) {
        boolean power = usual >= 8 && Long.bitCount(usual) == 1;
        if (power && option.low().isEmpty()) {
            return "{ordered: ["
                    + LongStream.of(usual / 4, usual / 2, usual, usual * 2, usual * 4)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(", "))
                    + "]}";
        }
        return usual > 0 ? whole(Math.max(1, usual / 4), usual * 4) : usual == 0 ? whole(0, 10) : whole(2 * usual, 0);
    }

    private String around(double usual) {
        if (has(OptionWords.SHARES) && usual >= 0 && usual < 1) {
            return real(0, usual < 0.9 ? 0.9 : 0.999, false);
        }
        if (usual > 0) {
            boolean bounded = option.low().isPresent()
                    && option.high().isPresent()
                    && option.low().get() <= 0;
            return bounded ? real(0, 1, false) : real(nice(usual / 100), nice(usual * 100), true);
        }
        return usual == 0 ? real(0, 1, false) : real(2 * usual, 0, false);
    }

    /// One digit, so that nobody takes a bound for more than a guess.
    private static double nice(double number) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.0e", number));
    }

    private String whole(long low, long high) {
        long least = option.low().map(bound -> (long) Math.ceil(bound)).orElse(low);
        long most = option.high().map(bound -> (long) Math.floor(bound)).orElse(Math.max(high, least + 1));
        return "{integer: [" + least + ", " + most + "]" + (least > 0 && most / least >= 64 ? ", scale: log" : "")
                + "}";
    }

    private String real(double low, double high, boolean log) {
        double least = option.low()
                .map(bound -> log && bound <= 0 ? Math.min(low, high / 1000) : bound)
                .orElse(low);
        double most = option.high()
                .map(bound -> Math.min(bound, log || has(OptionWords.SHARES) ? high : bound))
                .orElse(high);
        return least < most
                ? "{real: [" + number(least) + ", " + number(most) + "]" + (log ? ", scale: log}" : "}")
                : "{real: [" + number(low) + ", " + number(high) + "]}";
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? Long.toString((long) number)
                : new Value.Real(number).toString();
    }

    private static String choices(List<String> words) {
        boolean numbers = words.stream().allMatch(word -> NUMBER.matcher(word).matches());
        return words.stream()
                .map(word -> numbers ? word : PlainWord.write(word))
                .collect(Collectors.joining(", ", numbers ? "{ordered: [" : "{choices: [", "]}"));
    }
}
