package dev.mendel.search;

import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rungs over which the trials of a search race.
///
/// @param rungs in ascending order; the last is [Rung#END]
/// @param keep the share that goes on at a rung; null for what suits the search
public record Race(List<Rung> rungs, @Nullable Double keep) {
    /// The number of trials in a heat of a search that does not breed.
    public static final int TOGETHER = 27;

    /// The share of them that goes on at a rung, as a rule: none of them is bred of the others, so that the
    /// best is not as likely to come again.
    public static final double KEEP = 1 / 2.0;

    /// Every trial goes to its end.
    public static final Race NONE = new Race(List.of(Rung.END), null);

    public Race {
        rungs = List.copyOf(rungs);
    }

    /// Whether any trial is ever stopped.
    public boolean isOn() {
        return rungs.size() > 1;
    }

    /// At how many rungs a heat may begin: the first, the second, …
    public int entries() {
        return Math.max(1, Math.min(3, rungs.size() - 1));
    }

    /// A heat of trials.
    ///
    /// @param first the place of the first rung at which some are stopped
    /// @param usual the share that goes on where the experiment doesn't say
    /// @param goals what trials are worth
    public Heat heat(int first, double usual, Goals goals) {
        return isOn() ? new Heat(rungs, first, keep == null ? usual : keep, goals) : Heat.NONE;
    }
}
