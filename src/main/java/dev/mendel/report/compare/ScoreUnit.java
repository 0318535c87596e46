package dev.mendel.report.compare;

import dev.mendel.report.Figures;
import dev.mendel.trial.Direction;
import java.util.Locale;

/// The unit of values, for people.
///
/// @param direction which of them are better
/// @param share whether they are shares of 1, which are shown in percent
public record ScoreUnit(Direction direction, boolean share) {

    /// A value, or a mean of values.
    String of(double value) {
        return share ? String.format(Locale.ROOT, "%.2f", 100 * value) : Figures.of(value);
    }

    /// A value in a sentence.
    String words(double value) {
        return of(value) + (share ? " %" : "");
    }

    /// A distance of values, without a sign.
    String distance(double distance) {
        return share ? String.format(Locale.ROOT, "%.2f", 100 * distance) : Figures.of(distance);
    }

    /// The difference of two values, with its sign.
    String difference(double difference) {
        return share
                ? String.format(Locale.ROOT, "%+.2f", 100 * difference)
                : (difference < 0 ? "" : "+") + Figures.of(difference);
    }

    /// The same in a sentence.
    String differenceWords(double difference) {
        return difference(difference) + (share ? " points" : "");
    }

    /// The name of the numbers, for a heading.
    String words() {
        return share
                ? "scores in percent"
                : direction == Direction.MAXIMISE
                        ? "scores as they were told"
                        : "values as they were told, less is better";
    }
}
