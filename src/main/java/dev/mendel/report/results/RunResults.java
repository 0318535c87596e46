package dev.mendel.report.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.analysis.Importance;
import dev.mendel.analysis.Statistics;
import dev.mendel.json.JsonTree;
import dev.mendel.report.MendelJson;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The results of a run's configurations, each over its rounds or folds: of a stored run, or of a file that
/// keeps them when the run is gone.
///
/// @param run the run's name
/// @param experiment the experiment's
/// @param text the experiment as the run has carried it out
/// @param computedSeconds the time of all its trainings together, stopped and failed ones included
/// @param mendel the version that made it
/// @param partly which part of a grid was tried; null for all, or where there is none
/// @param importance what a search found to matter; null for a run that doesn't choose what it tries
/// @param systems of a search none: what it picked by its own figures can't stand beside others'
public record RunResults(
        String run,
        String experiment,
        String text,
        long trials,
        long failed,
        double elapsedSeconds,
        double computedSeconds,
        String mendel,
        @Nullable String partly,
        @Nullable List<Importance> importance,
        List<SystemResult> systems) {
    /// The end of the names of files that keep results.
    public static final String ENDING = ".json";

    /// A configuration's measures, each its mean and sample standard deviation over so many rounds.
    ///
    /// @param measures by name, as shares of 1; `parameters` is the number of the network's
    public record SystemResult(Configuration configuration, int rounds, Map<String, Spread> measures) {}

    /// A measure over rounds.
    ///
    /// @param deviation 0 for one round
    public record Spread(double mean, double deviation) {}

    public RunResults {
        systems = List.copyOf(systems);
        importance = importance == null ? null : List.copyOf(importance);
    }

    /// The results of a stored run.
    ///
    /// @param run a snapshot
    /// @param space its experiment's
    /// @param partly as in the record
    public static RunResults of(StoredRun run, SearchSpace space, @Nullable String partly) {
        Manifest manifest = run.manifest();
        boolean searches = manifest.kind() == RunKind.EVOLUTION || manifest.kind() == RunKind.RANDOM;
        RunStatus status = run.status();
        var systems = new ArrayList<SystemResult>();
        for (Evaluation evaluation : searches ? List.<Evaluation>of() : run.best(Integer.MAX_VALUE)) {
            if (evaluation.outcome() instanceof Outcome.Finished(List<FoldResult> rounds, List<AtRung> _)) {
                systems.add(new SystemResult(evaluation.trial().configuration(), rounds.size(), measures(rounds)));
            }
        }
        List<StoredTrial> trials = run.trials();
        return new RunResults(
                run.directory().name(),
                manifest.experiment(),
                manifest.text(),
                status.over(),
                status.failed(),
                status.elapsed().toMillis() / 1e3,
                trials.stream()
                        .mapToDouble(trial -> trial.time().toNanos() / 1e9)
                        .sum(),
                manifest.provenance().getOrDefault("mendel", "?"),
                partly,
                searches ? importance(trials, space) : null,
                systems);
    }

    private static List<Importance> importance(List<StoredTrial> trials, SearchSpace space) {
        return Importance.of(
                trials.stream().flatMap(trial -> trial.evaluation().stream()).toList(), space);
    }

    private static Map<String, Spread> measures(List<FoldResult> rounds) {
        Set<String> names = new LinkedHashSet<>();
        rounds.forEach(round -> names.addAll(round.measures().keySet()));
        var measures = new LinkedHashMap<String, Spread>();
        for (String name : names) {
            double[] numbers = rounds.stream()
                    .mapToDouble(round -> round.measures().getOrDefault(name, Double.NaN))
                    .toArray();
            measures.put(name, new Spread(Statistics.mean(numbers), Statistics.deviation(numbers)));
        }
        return measures;
    }

    /// These results with another text of the experiment.
    public RunResults withText(String other) {
        return with(other, systems);
    }

    /// These results without the measures that are not named.
    RunResults only(Set<String> names) {
        return with(
                text,
                systems.stream()
                        .map(system -> {
                            var kept = new LinkedHashMap<>(system.measures());
                            kept.keySet().retainAll(names);
                            return new SystemResult(system.configuration(), system.rounds(), kept);
                        })
                        .toList());
    }

    private RunResults with(String other, List<SystemResult> shown) {
        return new RunResults(
                run,
                experiment,
                other,
                trials,
                failed,
                elapsedSeconds,
                computedSeconds,
                mendel,
                partly,
                importance,
                shown);
    }

    /// Writes a file that keeps them.
    ///
    /// @param names the measures to keep, beside the number of parameters
    /// @throws IOException if it can't be written
    public void write(Path file, Set<String> names) throws IOException {
        var kept = new LinkedHashSet<>(names);
        kept.add(ResultsPage.PARAMETERS);
        Files.writeString(file, MendelJson.lines(only(kept)) + "\n");
    }

    /// The results that a file keeps.
    ///
    /// @throws StoreException if it can't be read, or keeps none
    public static RunResults read(Path file) {
        try {
            JsonTree kept = JsonTree.parse(Files.readString(file));
            JsonTree partly = kept.path("partly");
            JsonTree importance = kept.path("importance");
            return new RunResults(
                    kept.required("run").text(),
                    kept.required("experiment").text(),
                    kept.required("text").text(),
                    kept.required("trials").whole(),
                    kept.required("failed").whole(),
                    kept.required("elapsed-seconds").number(),
                    kept.required("computed-seconds").number(),
                    kept.required("mendel").text(),
                    partly.isText() ? partly.text() : null,
                    importance.isList()
                            ? importance.items().stream()
                                    .map(RunResults::importance)
                                    .toList()
                            : null,
                    kept.required("systems").items().stream()
                            .map(RunResults::system)
                            .toList());
        } catch (JsonProcessingException e) {
            throw new StoreException(file + ": is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new StoreException(file + ": keeps no results of a run: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be read: " + e, e);
        }
    }

    private static Importance importance(JsonTree kept) {
        return new Importance(
                kept.required("hyperparameter").text(),
                kept.required("share").number(),
                kept.required("chance").number(),
                kept.required("active").number());
    }

    private static SystemResult system(JsonTree kept) {
        var values = new LinkedHashMap<String, Value>();
        kept.required("configuration").members().forEach((name, value) -> values.put(name, value(value)));
        var measures = new LinkedHashMap<String, Spread>();
        kept.required("measures")
                .members()
                .forEach((name, spread) -> measures.put(
                        name,
                        new Spread(
                                spread.required("mean").number(),
                                spread.required("deviation").number())));
        return new SystemResult(
                new Configuration(values), (int) kept.required("rounds").whole(), measures);
    }

    private static Value value(JsonTree value) {
        if (value.isFlag()) {
            return new Value.Flag(value.flag());
        }
        if (value.isText()) {
            return new Value.Text(value.text());
        }
        return value.isWhole() ? new Value.Whole(value.whole()) : new Value.Real(value.number());
    }
}
