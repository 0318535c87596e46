package dev.mendel.cli;

import dev.mendel.experiment.file.TimeText;
import dev.mendel.search.Budget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/// The limits that may be given on the command line; they count from the beginning of the run.
final class BudgetOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--generations", paramLabel = "N", description = "end after this many generations")
    private @Nullable Long generations;

    @Option(names = "--trials", paramLabel = "N", description = "end after this many different configurations")
    private @Nullable Long trials;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            converter = Time.class,
            description = "end after this much time, as 90s, 15m or 2h30m")
    private @Nullable Duration time;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            converter = Time.class,
            description = "let evaluations under way at that time end for so long; else they are given up")
    private @Nullable Duration grace;

    @Option(names = "--stagnation", paramLabel = "N", description = "end after this many trials without a better one")
    private @Nullable Long stagnation;

    @Option(names = "--target", paramLabel = "VALUE", description = "end at a value as good as this")
    private @Nullable Double target;

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            converter = Count.class,
            description = "end after this many failed trials in a row, or `unlimited`")
    private @Nullable Long failures;

    /// Numbers as experiment files write them.
    private static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (text.equals("unlimited")) {
                return Budget.UNLIMITED;
            }
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number, or unlimited");
            }
        }
    }

    /// Times as experiment files write them.
    private static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return TimeText.read(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not a time above zero such as 90s, 5m, 2h or 1h30m"));
        }
    }

    /// The budget of the file, with the options typed in place of its own; null if none were typed.
    @Nullable
    Budget over(Budget budget) {
        try {
            Budget changed = generations == null ? budget : budget.withGenerations(generations);
            changed = trials == null ? changed : changed.withTrials(trials);
            changed = time == null ? changed : changed.withTime(time);
            changed = grace == null ? changed : changed.withGrace(grace);
            changed = stagnation == null ? changed : changed.withStagnation(stagnation);
            changed = failures == null ? changed : changed.withFailures(failures);
            changed = target == null ? changed : changed.withTarget(target);
            return changed.equals(budget) ? null : changed;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
