package dev.mendel.report.compare.front;

import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Grid;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison of the fronts of several runs of one experiment: plain data, for text, pages and programs.
/// Values are the objectives' own. Trials outside of the constraints count for nothing. Hypervolumes and
/// distances are measured on one scale for all runs, see [dev.mendel.analysis.FrontScale]; costs as in
/// [dev.mendel.report.compare.Comparison].
///
/// @param experiment the experiment's name
/// @param objectives with the scale of each
/// @param constraints as people read them
/// @param reference the front that the runs are measured against
/// @param arms in the order in which their first runs were named
/// @param differences between the hypervolumes of arms
record FrontComparison(
        String experiment,
        List<Axis> objectives,
        List<String> constraints,
        Reference reference,
        List<Arm> arms,
        List<Difference> differences) {
    /// An objective, and the ends of the scale on which hypervolumes and distances are measured.
    ///
    /// @param zero the value at 0, the best on all fronts together; not a number where there is no front
    /// @param one the value at 1, a tenth of their range beyond the worst
    record Axis(String name, Direction direction, Scale scale, double zero, double one) {
        /// A value as a number of which less is better.
        double cost(double value) {
            return -direction.score(value).value() + 0.0;
        }

        /// The value of such a number.
        double value(double cost) {
            return direction.value(-cost);
        }
    }

    /// The best there is to be found, as far as is known.
    ///
    /// @param hypervolume what the front dominates
    /// @param points of the exact front of the complete grid; where none was named, of the front of all runs
    ///     together; each once, the best by the first objective first
    /// @param grid the complete grid; null where none was named
    record Reference(
            double hypervolume,
            List<Point> points,
            @Nullable Grid grid) {}

    /// A point of a front.
    ///
    /// @param run the first of the runs, as named, that has it
    /// @param trial the first of its trials with these values
    /// @param values one for each objective
    record Point(String run, long trial, List<Double> values, String configuration) {}

    /// Runs that differ in nothing but their seeds.
    ///
    /// @param attained for each point of the reference how many of the runs have a trial as good in all
    ///     objectives
    /// @param surfaces what a quarter, half and three quarters of the runs attain, of two objectives; else none
    /// @param byTrials the hypervolume so far, over the runs, by the number of trials
    /// @param bySeconds the same by compute seconds
    record Arm(
            String name,
            List<Member> runs,
            List<Integer> attained,
            List<Surface> surfaces,
            List<Quartiles> byTrials,
            List<Quartiles> bySeconds) {
        boolean isGrid(Reference reference) {
            Grid grid = reference.grid();
            return grid != null && runs.stream().anyMatch(member -> member.run().equals(grid.run()));
        }
    }

    /// An attainment surface.
    ///
    /// @param share of the arm's runs
    /// @param runs how many that are, rounded up
    /// @param corners values of both objectives, from the best to the worst by the first
    record Surface(double share, int runs, List<List<Double>> corners) {}

    /// One run.
    ///
    /// @param seed the run's
    /// @param takenOver how many of the trials another run had finished
    /// @param passes folds times epochs
    /// @param front its points, each once, the best by the first objective first
    /// @param hypervolume what the front dominates
    /// @param share the hypervolume as a share of the reference's; null where that is 0
    /// @param found how many points of the reference the run has a trial for that is as good in all objectives
    /// @param distance to the reference, IGD+, see [dev.mendel.search.pareto.FrontDistance]; null where one has
    ///     no points
    /// @param foldsAgain the hypervolume of the front by its trials' values under other folds, where all of
    ///     them were retested
    /// @param freshPairs the same in rounds of pairs that no search has seen
    /// @param steps each trial that made the hypervolume larger, and the last one
    record Member(
            String run,
            long seed,
            long trials,
            long failed,
            long takenOver,
            long passes,
            double computeSeconds,
            double wallSeconds,
            List<Point> front,
            double hypervolume,
            @Nullable Double share,
            int found,
            @Nullable Double distance,
            @Nullable Double foldsAgain,
            @Nullable Double freshPairs,
            List<Step> steps) {}
}
