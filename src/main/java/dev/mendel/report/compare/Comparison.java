package dev.mendel.report.compare;

import dev.mendel.report.MendelJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison of several runs of one experiment: what each found, its cost, and how sure the difference is;
/// plain data, for text, pages and programs. All runs scored on the same folds and with the same seeds of
/// trials, so that scores are comparable to the last digit. Costs in seconds are those of the threads that
/// trained, whichever run they did it for; a trial that was taken over or remembered counts once in each run
/// that asked for it.
///
/// @param experiment the experiment's name
/// @param unit how to show values; they are the objective's own, whether more or less is better
/// @param limits `constraints`, the bounds that trials have to keep to for their scores to count; nothing where
///     there are none
/// @param reference the reference that the runs are measured against
/// @param arms in the order in which their first runs were named
/// @param differences between arms, on pairs that no search has seen
public record Comparison(
        String experiment,
        ScoreUnit unit,
        @MendelJson.Inline Map<String, List<String>> limits,
        Reference reference,
        List<Arm> arms,
        List<Difference> differences) {
    /// The best there is to be found, as far as is known.
    ///
    /// @param best the best value of the complete grid; where none was named, the best that any run found
    /// @param configuration the configuration with that score
    /// @param near how far from it counts as near: one point of accuracy; of other values, 1 % of the way from
    ///     the median trial
    /// @param veryNear how far from it counts as very near, half as far
    /// @param grid the complete grid; null where none was named
    public record Reference(
            double best,
            String configuration,
            double near,
            double veryNear,
            @Nullable Grid grid) {}

    /// The cost of the complete grid.
    ///
    /// @param passes folds times epochs
    public record Grid(String run, long points, long failed, long passes, double computeSeconds, double wallSeconds) {}

    /// Runs that differ in nothing but their seeds.
    ///
    /// @param byTrials the best so far, over the runs, by the number of trials
    /// @param bySeconds the same by compute seconds
    public record Arm(String name, List<Member> runs, List<Quartiles> byTrials, List<Quartiles> bySeconds) {}

    /// One run.
    ///
    /// @param seed the run's
    /// @param takenOver how many of the trials another run had finished
    /// @param passes folds times epochs
    /// @param best the best value; null where no trial has one
    /// @param winner the configuration that has it
    /// @param rank the winner's place among all points of the complete grid, ties sharing the best; null where
    ///     there is no grid or the winner is none of its points
    /// @param near when the run first came near the reference; null if it never did
    /// @param veryNear the same for very near
    /// @param test the winner's value on data no fold has seen, from the run itself
    /// @param foldsAgain the winner under other folds of the same pairs
    /// @param freshPairs the winner in rounds of pairs that no search has seen
    /// @param steps each trial that was better than all before it
    public record Member(
            String run,
            long seed,
            long trials,
            long failed,
            long takenOver,
            long passes,
            double computeSeconds,
            double wallSeconds,
            @Nullable Double best,
            @Nullable String winner,
            @Nullable Long rank,
            @Nullable Reach near,
            @Nullable Reach veryNear,
            @Nullable Double test,
            @Nullable Again foldsAgain,
            @Nullable Again freshPairs,
            List<Step> steps) {}

    /// The resources that a run had spent at some point.
    public record Reach(long trials, double computeSeconds) {}

    /// A configuration tried again.
    ///
    /// @param values one for each fold or round
    public record Again(double mean, double standardError, List<Double> values) {}

    /// A trial that was better than all before it, and the run's cost until then.
    public record Step(long trials, double computeSeconds, double best) {}

    /// The best so far over several runs.
    ///
    /// @param at how much had been spent
    public record Quartiles(double at, double lower, double median, double upper) {}

    /// The difference between two arms.
    ///
    /// @param of the measured quantity
    /// @param test the test of whether there is a difference at all
    /// @param count how many pairs of numbers, or numbers on each side, it rests on
    /// @param difference the mean of the first less the mean of the second
    /// @param pValue the chance of a difference so large if there is none; null where the numbers leave nothing
    ///     to test
    /// @param adjusted the same after Holm's correction for the number of tests of this comparison; null where the
    ///     other is
    public record Difference(
            String one,
            String other,
            String of,
            String test,
            int count,
            double difference,
            @Nullable Double pValue,
            @Nullable Double adjusted) {}
}
