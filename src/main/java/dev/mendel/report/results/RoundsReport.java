package dev.mendel.report.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendel.experiment.Reported;
import dev.mendel.report.Durations;
import dev.mendel.report.Page;
import dev.mendel.report.run.RunReport;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A run of fixed systems as one HTML page that needs nothing else: a table, box plots and learning curves,
/// each with its numbers behind it.
public final class RoundsReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RoundsReport() {}

    /// Writes the page into the run's directory.
    ///
    /// @return the page's file
    public static Path write(StoredRun run, String description, List<Reported> reported) {
        ObjectNode data = data(run, description, reported);
        return Page.ROUNDS.write(
                run.directory().path().resolve(RunReport.FILE), run.manifest().experiment() + " – Mendel", data);
    }

    private static ObjectNode data(StoredRun run, String description, List<Reported> reported) {
        Manifest manifest = run.manifest();
        StoredRun.Status status = run.status();
        List<Evaluation> evaluations = run.best(Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparingLong(
                        evaluation -> evaluation.trial().id().number()))
                .toList();
        ObjectNode data = JSON.createObjectNode()
                .put("experiment", manifest.experiment())
                .put("description", description)
                .put("run", run.directory().name())
                .put(
                        "summary",
                        String.format(
                                Locale.ROOT,
                                "%d systems (%d failed), %s by the clock, seed %d",
                                status.finished() + status.failed(),
                                status.failed(),
                                Durations.words(status.elapsed()),
                                manifest.seed().value()));
        var measures = new LinkedHashSet<String>();
        ArrayNode systems = data.putArray("systems");
        for (Evaluation evaluation : evaluations) {
            if (evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> rounds)) {
                system(systems.addObject(), run, evaluation, rounds, reported);
                rounds.getFirst().measures().keySet().stream()
                        .filter(name -> name.endsWith("accuracy") && !name.startsWith("training "))
                        .forEach(measures::add);
            }
        }
        measures.forEach(data.putArray("measures")::add);
        ObjectNode provenance = data.putObject("provenance");
        provenance.put("run", run.directory().name());
        provenance.put("begun", manifest.created().toString());
        manifest.provenance().forEach(provenance::put);
        return data;
    }

    private static void system(
            ObjectNode system, StoredRun run, Evaluation evaluation, List<FoldResult> rounds, List<Reported> reported) {
        system.put("name", evaluation.trial().configuration().toString());
        system.put("parameters", rounds.getFirst().measures().getOrDefault(ResultsPage.PARAMETERS, 0.0));
        ArrayNode measured = system.putArray("rounds");
        rounds.forEach(round -> numbers(measured.addObject(), round.measures()));
        ArrayNode curves = system.putArray("curves");
        for (List<FoldResult.Epoch> round : run.epochs(evaluation.trial().id())) {
            ArrayNode curve = curves.addArray();
            round.forEach(epoch -> numbers(curve.addObject(), epoch.measures()));
        }
        ArrayNode figures = system.putArray("reported");
        for (Reported figure : reported) {
            if (figure.concerns(evaluation.trial().configuration())) {
                var row = new SystemRow(figure, evaluation, rounds);
                figures.addObject()
                        .put(
                                "text",
                                String.format(Locale.ROOT, "%s %.2f", shortened(figure.measure()), figure.percent()))
                        .put("reached", row.reached());
            }
        }
    }

    private static String shortened(String measure) {
        return measure.replace(" accuracy", "");
    }

    private static void numbers(ObjectNode node, Map<String, Double> measures) {
        measures.forEach(node::put);
    }
}
