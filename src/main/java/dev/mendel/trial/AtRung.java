package dev.mendel.trial;

import java.util.List;

/// What a trial had come to at a rung.
///
/// @param score the mean of its folds' scores there
/// @param worth by which it was compared with others there: as [Goals#worth], or the score alone
public record AtRung(double score, List<Double> worth) {
    public AtRung {
        worth = List.copyOf(worth);
        if (worth.isEmpty()) {
            throw new IllegalArgumentException("a trial at a rung is worth at least one number");
        }
    }

    /// A score that is compared as it is.
    public static AtRung of(double score) {
        return new AtRung(score, List.of(score));
    }

    /// That of the folds that have come there.
    ///
    /// @param folds in order, at least one
    public static AtRung of(List<FoldResult> folds, Goals goals) {
        var there = new Outcome.Finished(folds);
        return goals.isOn() ? new AtRung(there.mean(), goals.worth(there)) : of(there.mean());
    }
}
