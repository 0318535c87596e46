package dev.mendel.report.compare;

import dev.mendel.report.Figures;
import dev.mendel.trial.Direction;
import java.util.Locale;

/// What scores are measured in, as people read them. A search maximises; who minimises wants to read what the
/// objective said.
///
/// @param share whether scores are shares of 1, which are shown in percent
public record ScoreUnit(Direction direction, boolean share) {

    /// A score, or a mean of scores.
    String of(double score) {
        return share ? String.format(Locale.ROOT, "%.2f", 100 * score) : Figures.of(direction.value(score));
    }

    /// A score in a sentence.
    String words(double score) {
        return of(score) + (share ? " %" : "");
    }

    /// A distance of scores, without a sign.
    String distance(double distance) {
        return share ? String.format(Locale.ROOT, "%.2f", 100 * distance) : Figures.of(distance);
    }

    /// How much more a score is than another, with its sign.
    String difference(double difference) {
        return share
                ? String.format(Locale.ROOT, "%+.2f", 100 * difference)
                : (direction.value(difference) < 0 ? "" : "+") + Figures.of(direction.value(difference));
    }

    /// What the numbers are, for a heading.
    String words() {
        return share
                ? "scores in percent"
                : direction == Direction.MAXIMISE
                        ? "scores as they were told"
                        : "values as they were told, less is better";
    }
}
