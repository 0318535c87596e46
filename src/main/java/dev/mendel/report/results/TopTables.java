package dev.mendel.report.results;

import dev.mendel.analysis.Statistics;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// The best of a search as Markdown, a table for each value of one hyperparameter, with the scores of their
/// retests.
public final class TopTables {
    private static final List<String> DIGITS = List.of("first digit accuracy", "second digit accuracy");

    private final List<Retest> retests;
    private final Map<Value, List<Evaluation>> groups = new LinkedHashMap<>();
    private final String per;
    private final String folds;

    /// One retest run: its column, and its score of each configuration.
    private record Retest(String column, Map<Configuration, Outcome.Finished> found) {
        static Retest of(StoredRun run) {
            var found = new LinkedHashMap<Configuration, Outcome.Finished>();
            for (Evaluation evaluation : run.best(Integer.MAX_VALUE)) {
                if (evaluation.outcome() instanceof Outcome.Finished finished) {
                    found.put(evaluation.trial().configuration(), finished);
                }
            }
            String kind = run.manifest().kind() == RunKind.ROUNDS ? "rounds" : "folds";
            return new Retest(parts(found.values().stream().findFirst(), kind), found);
        }

        Optional<Outcome.Finished> of(Configuration configuration) {
            return Optional.ofNullable(found.get(configuration));
        }
    }

    /// @param search whose best are meant
    /// @param retests of it, in the order of the columns; digits and ranks are taken from the first
    /// @param per the hyperparameter that has a table for each of its values; trials without it are left out
    /// @param count how many of the best each table has
    public TopTables(StoredRun search, List<StoredRun> retests, String per, int count) {
        this.retests = retests.stream().map(Retest::of).toList();
        this.per = per;
        List<Evaluation> best = search.best(Integer.MAX_VALUE);
        this.folds = parts(best.stream().findFirst().flatMap(TopTables::finished), "folds");
        for (Evaluation evaluation : best) {
            evaluation.trial().configuration().find(per).ifPresent(value -> {
                List<Evaluation> group = groups.computeIfAbsent(value, _ -> new ArrayList<>());
                if (group.size() < count) {
                    group.add(evaluation);
                }
            });
        }
    }

    /// The tables, best group first.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        groups.forEach((value, group) -> {
            List<String> names = names(group);
            lines.add("### " + per + " = " + value.display());
            lines.add("");
            lines.addAll(header(names));
            group.forEach(evaluation -> lines.add(row(evaluation, names)));
            lines.add("");
        });
        return lines;
    }

    private List<String> header(List<String> names) {
        var columns = new ArrayList<>(names);
        columns.add(folds);
        retests.forEach(retest -> columns.add(retest.column()));
        if (!retests.isEmpty()) {
            columns.addAll(List.of("first digit %", "second digit %", "rank"));
        }
        return List.of(line(columns), "|" + "---|".repeat(columns.size()));
    }

    private String row(Evaluation evaluation, List<String> names) {
        Configuration configuration = evaluation.trial().configuration();
        var cells = new ArrayList<String>();
        names.forEach(
                name -> cells.add(configuration.find(name).map(Value::display).orElse("–")));
        cells.add(finished(evaluation).map(TopTables::percent).orElse("–"));
        retests.forEach(retest ->
                cells.add(retest.of(configuration).map(TopTables::percent).orElse("–")));
        if (!retests.isEmpty()) {
            Optional<Outcome.Finished> again = retests.getFirst().of(configuration);
            DIGITS.forEach(measure ->
                    cells.add(again.map(found -> percent(found, measure)).orElse("–")));
            cells.add(again.map(found -> Integer.toString(rank(found))).orElse("–"));
        }
        return line(cells);
    }

    /// The place of a configuration among all that the first retest tried: 1 and one for each that did better.
    private int rank(Outcome.Finished found) {
        return 1
                + (int) retests.getFirst().found().values().stream()
                        .filter(other -> other.mean() > found.mean())
                        .count();
    }

    private List<String> names(List<Evaluation> group) {
        Set<String> names = new LinkedHashSet<>();
        group.stream()
                .map(evaluation -> evaluation.trial().configuration().values().keySet())
                .sorted(Comparator.comparingInt(keys -> -keys.size()))
                .forEach(names::addAll);
        names.remove(per);
        return List.copyOf(names);
    }

    private static Optional<Outcome.Finished> finished(Evaluation evaluation) {
        return evaluation.outcome() instanceof Outcome.Finished finished ? Optional.of(finished) : Optional.empty();
    }

    private static String parts(Optional<Outcome.Finished> example, String kind) {
        return example.map(found -> found.folds().size() + " " + kind + " %").orElse(kind + " %");
    }

    private static String percent(Outcome.Finished found) {
        return percent(
                found.folds().stream().mapToDouble(fold -> fold.score().value()).toArray());
    }

    private static String percent(Outcome.Finished found, String measure) {
        double[] values = IntStream.range(0, found.folds().size())
                .mapToObj(fold -> measure(found.folds().get(fold), measure))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return values.length == 0 ? "–" : percent(values);
    }

    private static OptionalDouble measure(FoldResult fold, String measure) {
        Double value = fold.measures().get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String percent(double... values) {
        return String.format(
                Locale.ROOT, "%.1f ± %.1f", 100 * Statistics.mean(values), 100 * Statistics.deviation(values));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
