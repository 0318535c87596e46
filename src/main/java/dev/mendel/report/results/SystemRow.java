package dev.mendel.report.results;

import dev.mendel.analysis.Statistics;
import dev.mendel.experiment.Reported;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The result of a configuration over its rounds, beside the reported one.
///
/// @param reported the figure to stand beside
/// @param evaluation the configuration: of all that the figure concerns, the one with the best mean
/// @param rounds the result of each round
/// @param candidates how many it is the best of: more than one flatter it
/// @param own the percents of the configuration that those who reported found best; empty where it is this one,
///     is not known, or was not tried
record SystemRow(
        Reported reported, Evaluation evaluation, List<FoldResult> rounds, int candidates, Optional<double[]> own) {

    /// A row for each reported figure that concerns a finished trial of the run.
    static List<SystemRow> of(StoredRun run, List<Reported> reported) {
        List<Evaluation> evaluations = run.best(Integer.MAX_VALUE);
        var rows = new ArrayList<SystemRow>();
        for (Reported figure : reported) {
            of(evaluations, figure).ifPresent(rows::add);
        }
        return rows;
    }

    /// The measure in each round, in percent.
    double[] percents() {
        return percents(reported, rounds);
    }

    /// Whether the mean counts as reached.
    boolean reached() {
        return reached(reported, rounds);
    }

    /// Whether it was picked by the very figure that it shows.
    boolean isFlattered() {
        return candidates > 1;
    }

    /// Whether the mean of some rounds reaches a figure.
    static boolean reached(Reported figure, List<FoldResult> rounds) {
        return Statistics.mean(percents(figure, rounds)) >= figure.bar();
    }

    private static double[] percents(Reported figure, List<FoldResult> rounds) {
        return rounds.stream()
                .mapToDouble(round -> 100 * round.measures().getOrDefault(figure.measure(), Double.NaN))
                .toArray();
    }

    private static Optional<SystemRow> of(List<Evaluation> evaluations, Reported figure) {
        List<Evaluation> concerned = evaluations.stream()
                .filter(evaluation -> figure.concerns(evaluation.trial().configuration()))
                .filter(evaluation -> evaluation.outcome() instanceof Outcome.Finished)
                .toList();
        return concerned.stream()
                .max(Comparator.comparingDouble(evaluation -> Statistics.mean(percents(figure, rounds(evaluation)))))
                .map(best -> new SystemRow(
                        figure, best, rounds(best), concerned.size(), own(figure, best, concerned.stream())));
    }

    private static Optional<double[]> own(Reported figure, Evaluation best, Stream<Evaluation> concerned) {
        return concerned
                .filter(evaluation -> figure.isOwn(evaluation.trial().configuration()))
                .findFirst()
                .filter(found -> !found.equals(best))
                .map(found -> percents(figure, rounds(found)));
    }

    private static List<FoldResult> rounds(Evaluation evaluation) {
        return evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> folds) ? folds : List.of();
    }
}
