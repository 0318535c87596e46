package dev.mendel.report.results;

import dev.mendel.analysis.Statistics;
import dev.mendel.experiment.Reported;
import dev.mendel.report.Durations;
import dev.mendel.report.Page;
import dev.mendel.report.run.RunReport;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A run of fixed systems as one HTML page that needs nothing else: a table, box plots and learning curves,
/// each with its numbers behind it.
public final class RoundsReport {
    private RoundsReport() {}

    /// The page's data.
    private record RoundsView(
            String experiment,
            String description,
            String run,
            String summary,
            List<SystemView> systems,
            Set<String> measures,
            Map<String, String> provenance) {}

    /// @param rounds the measures of each
    /// @param curves the measures after each epoch of each round
    private record SystemView(
            String name,
            double parameters,
            List<Map<String, Double>> rounds,
            List<List<Map<String, Double>>> curves,
            List<ReportedView> reported) {}

    private record ReportedView(String text, boolean reached) {}

    /// Writes the page into the run's directory.
    ///
    /// @param run a snapshot
    /// @return the page's file
    public static Path write(StoredRun run, String description, List<Reported> reported) {
        return Page.ROUNDS.write(
                run.directory().path().resolve(RunReport.FILE),
                run.manifest().experiment() + " – Mendel",
                view(run, description, reported));
    }

    /// The content of the page.
    public static Record view(StoredRun run, String description, List<Reported> reported) {
        Manifest manifest = run.manifest();
        var systems = new ArrayList<SystemView>();
        var measures = new LinkedHashSet<String>();
        run.best(Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparingLong(
                        evaluation -> evaluation.trial().id().number()))
                .forEach(evaluation -> {
                    if (evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> rounds, List<AtRung> _)) {
                        systems.add(system(run, evaluation, rounds, reported));
                        rounds.getFirst().measures().keySet().stream()
                                .filter(name -> name.endsWith("accuracy") && !name.startsWith("training "))
                                .forEach(measures::add);
                    }
                });
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("run", run.directory().name());
        provenance.put("begun", manifest.created().toString());
        provenance.putAll(manifest.provenance());
        return new RoundsView(
                manifest.experiment(),
                description,
                run.directory().name(),
                summary(run.status(), manifest),
                systems,
                measures,
                provenance);
    }

    private static String summary(RunStatus status, Manifest manifest) {
        return String.format(
                Locale.ROOT,
                "%d systems (%d failed), %s by the clock, seed %d",
                status.over(),
                status.failed(),
                Durations.words(status.elapsed()),
                manifest.seed().value());
    }

    private static SystemView system(
            StoredRun run, Evaluation evaluation, List<FoldResult> rounds, List<Reported> reported) {
        return new SystemView(
                evaluation.trial().configuration().toString(),
                rounds.getFirst().measures().getOrDefault(ResultsPage.PARAMETERS, 0.0),
                rounds.stream().map(FoldResult::measures).toList(),
                run.epochs(evaluation.trial().id()).values().stream()
                        .map(round ->
                                round.stream().map(FoldResult.Epoch::measures).toList())
                        .toList(),
                reported.stream()
                        .filter(figure -> figure.concerns(evaluation.trial().configuration()))
                        .map(figure -> new ReportedView(
                                String.format(Locale.ROOT, "%s %.2f", shortened(figure.measure()), figure.percent()),
                                SystemRow.reached(figure, mean(figure, rounds))))
                        .toList());
    }

    private static double mean(Reported figure, List<FoldResult> rounds) {
        return Statistics.mean(rounds.stream()
                .mapToDouble(round -> round.measures().getOrDefault(figure.measure(), Double.NaN))
                .toArray());
    }

    private static String shortened(String measure) {
        return measure.replace(" accuracy", "");
    }
}
