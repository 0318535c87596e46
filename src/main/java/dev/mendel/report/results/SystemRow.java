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

/// The result of a configuration over its rounds, beside the reported one.
///
/// @param reported the figure to stand beside
/// @param evaluation the configuration: of all that the figure concerns, the one with the best mean
/// @param rounds the result of each round
record SystemRow(Reported reported, Evaluation evaluation, List<FoldResult> rounds) {

    /// A row for each reported figure that concerns a finished trial of the run.
    public static List<SystemRow> of(StoredRun run, List<Reported> reported) {
        List<Evaluation> evaluations = run.best(Integer.MAX_VALUE);
        var rows = new ArrayList<SystemRow>();
        for (Reported figure : reported) {
            best(evaluations, figure).ifPresent(rows::add);
        }
        return rows;
    }

    /// The measure in each round, in percent.
    public double[] percents() {
        return rounds.stream()
                .mapToDouble(round -> 100 * round.measures().getOrDefault(reported.measure(), Double.NaN))
                .toArray();
    }

    /// Whether the mean counts as reached.
    public boolean reached() {
        return Statistics.mean(percents()) >= reported.bar();
    }

    private static Optional<SystemRow> best(List<Evaluation> evaluations, Reported figure) {
        return evaluations.stream()
                .filter(evaluation -> figure.concerns(evaluation.trial().configuration()))
                .flatMap(evaluation -> row(figure, evaluation).stream())
                .max(Comparator.comparingDouble(row -> Statistics.mean(row.percents())));
    }

    private static Optional<SystemRow> row(Reported figure, Evaluation evaluation) {
        return switch (evaluation.outcome()) {
            case Outcome.Finished finished -> Optional.of(new SystemRow(figure, evaluation, finished.folds()));
            case Outcome.Failed _ -> Optional.empty();
        };
    }
}
