package dev.mendel.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendel.search.GenerationSummary;
import dev.mendel.space.Value;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredIndividual;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldRun;
import dev.mendel.trial.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All that a run has kept, as one JSON object: what it is, its trials with their folds and epochs, its
/// generations and individuals. What is not there is left out, or null among numbers.
public final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredRun run;
    private final Direction direction;

    private RunJson(StoredRun run) {
        this.run = run;
        this.direction = run.manifest().direction();
    }

    /// The object, as text on several lines.
    public static String of(StoredRun run) {
        return new RunJson(run).text();
    }

    private String text() {
        ObjectNode root = JSON.createObjectNode();
        describe(root);
        ArrayNode trials = root.putArray("trials");
        run.trials().forEach(trial -> trial(trials.addObject(), trial));
        ArrayNode generations = root.putArray("generations");
        List<List<Long>> members = run.members();
        for (GenerationSummary summary : run.generations()) {
            generation(generations.addObject(), summary, members.get(generations.size() - 1));
        }
        ArrayNode individuals = root.putArray("individuals");
        run.individuals().forEach(individual -> individual(individuals.addObject(), individual));
        return root.toPrettyString();
    }

    private void describe(ObjectNode root) {
        Manifest manifest = run.manifest();
        root.put("run", run.directory().name())
                .put("experiment", manifest.experiment())
                .put("strategy", manifest.kind().word())
                .put("direction", direction.name().toLowerCase(Locale.ROOT))
                .put("seed", manifest.seed().value())
                .put("created", manifest.created().toString())
                .put("data", manifest.dataHash())
                .put("elapsed-seconds", run.status().elapsed().toMillis() / 1000.0)
                .put("text", manifest.text());
        run.group().ifPresent(group -> root.put("group", group.name()));
        ObjectNode provenance = root.putObject("provenance");
        manifest.provenance().forEach(provenance::put);
    }

    private void trial(ObjectNode node, StoredTrial trial) {
        node.put("trial", trial.trial().id().number())
                .put("generation", trial.generation())
                .put("state", trial.state().word())
                .put("seed", trial.trial().seed().value());
        ObjectNode configuration = node.putObject("configuration");
        trial.trial().configuration().values().forEach((name, value) -> configuration.set(name, value(value)));
        trial.outcome().ifPresent(outcome -> outcome(node, outcome));
        trial.takenFrom().ifPresent(other -> node.put("taken-from", other));
        node.put("seconds", trial.time().toNanos() / 1e9);
        ArrayNode folds = node.putArray("folds");
        List<List<FoldResult.Epoch>> epochs = run.epochs(trial.trial().id());
        for (FoldRun fold : trial.folds()) {
            int place = folds.size();
            fold(folds.addObject(), fold, place < epochs.size() ? epochs.get(place) : List.of());
        }
        run.test(trial.trial().id()).ifPresent(result -> measured(node.putObject("test"), result));
    }

    private void outcome(ObjectNode node, Outcome outcome) {
        switch (outcome) {
            case Outcome.Finished finished ->
                node.put(direction.noun(), direction.value(finished.mean()))
                        .put("spread", finished.standardDeviation());
            case Outcome.Failed failed -> node.put("failed-fold", failed.fold()).put("failure", failed.reason());
        }
    }

    private void fold(ObjectNode node, FoldRun fold, List<FoldResult.Epoch> epochs) {
        node.put("fold", fold.fold())
                .put("worker", fold.worker())
                .put("started", fold.started().toString());
        measured(node, fold.result());
        ArrayNode array = node.putArray("epochs");
        for (FoldResult.Epoch epoch : epochs) {
            ObjectNode each = array.addObject().put("epoch", epoch.number());
            number(each, "loss", epoch.loss());
            numbers(each.putObject("measures"), epoch.measures());
        }
    }

    private void measured(ObjectNode node, FoldResult result) {
        node.put(direction.noun(), direction.value(result.score()))
                .put("seconds", result.time().toNanos() / 1e9);
        numbers(node.putObject("measures"), result.measures());
    }

    private void generation(ObjectNode node, GenerationSummary summary, List<Long> members) {
        node.put("generation", summary.number());
        number(node, "best", direction.value(summary.best()));
        number(node, "mean", direction.value(summary.mean()));
        number(node, "spread", summary.spread());
        node.put("diversity", summary.diversity())
                .put("trained", summary.trained())
                .put("remembered", summary.remembered())
                .put("failed", summary.failed());
        ArrayNode population = node.putArray("population");
        members.forEach(population::add);
    }

    private static void individual(ObjectNode node, StoredIndividual individual) {
        node.put("individual", individual.number())
                .put("born", individual.born())
                .put("trial", individual.trial().number());
        ArrayNode genotype = node.putArray("genotype");
        individual.genotype().forEach(value -> genotype.add(value(value)));
    }

    private static JsonNode value(Value value) {
        JsonNodeFactory nodes = JSON.getNodeFactory();
        return switch (value) {
            case Value.Text(String text) -> nodes.textNode(text);
            case Value.Whole(long number) -> nodes.numberNode(number);
            case Value.Real(double number) -> nodes.numberNode(number);
            case Value.Flag(boolean flag) -> nodes.booleanNode(flag);
        };
    }

    private static void numbers(ObjectNode node, Map<String, Double> measures) {
        measures.forEach((name, number) -> number(node, name, number));
    }

    private static void number(ObjectNode node, String name, double number) {
        if (Double.isFinite(number)) {
            node.put(name, number);
        } else {
            node.putNull(name);
        }
    }
}
