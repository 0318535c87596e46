package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.ComparedRun.Role;
import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Member;
import dev.mendel.report.compare.Comparison.Reference;
import dev.mendel.space.Configuration;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.evaluate.FoldRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes comparisons.
public final class Comparing {
    /// One point of accuracy, or one hundredth of the way from the median trial to the best.
    private static final double NEAR = 0.01;

    private final List<ComparedRun> runs;
    private final ScoreUnit unit;
    private final @Nullable Trace grid;
    private final Map<Configuration, Again> foldsAgain;
    private final Map<Configuration, Again> freshPairs;

    private Comparing(List<ComparedRun> runs, ScoreUnit unit) {
        this.runs = runs;
        this.unit = unit;
        this.grid = runs.stream()
                .filter(run -> run.role() == Role.COMPLETE_GRID)
                .findFirst()
                .map(run -> Trace.of(run.run()))
                .orElse(null);
        this.foldsAgain = again(Role.FOLDS_AGAIN);
        this.freshPairs = again(Role.FRESH_PAIRS);
    }

    /// Compares runs.
    ///
    /// @param runs runs of one experiment, objective and data, and retests of their winners; at least one
    ///     that is no retest
    /// @param unit of their scores
    public static Comparison of(List<ComparedRun> runs, ScoreUnit unit) {
        return new Comparing(List.copyOf(runs), unit).compare();
    }

    private Comparison compare() {
        Map<String, List<Trace>> traces = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            if (run.role() == Role.SEARCH) {
                traces.computeIfAbsent(run.arm(), _ -> new ArrayList<>()).add(Trace.of(run.run()));
            } else if (run.role() == Role.COMPLETE_GRID && grid != null) {
                traces.computeIfAbsent(run.arm(), _ -> new ArrayList<>())
                        .add(run.run().equals(grid.run()) ? grid : Trace.of(run.run()));
            }
        }
        Reference reference =
                reference(traces.values().stream().flatMap(List::stream).toList());
        List<Arm> arms = traces.entrySet().stream()
                .map(entry -> arm(entry.getKey(), entry.getValue(), reference))
                .toList();
        String experiment = runs.stream()
                .filter(run -> run.role() == Role.SEARCH || run.role() == Role.COMPLETE_GRID)
                .findFirst()
                .map(run -> run.run().manifest().experiment())
                .orElseThrow();
        List<String> constraints = traces.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(trace -> trace.goals().constraints())
                .orElse(List.of());
        return new Valued(unit.direction())
                .of(new Comparison(
                        experiment,
                        unit,
                        constraints.isEmpty() ? Map.of() : Map.of("constraints", constraints),
                        reference,
                        arms,
                        Differences.of(arms)));
    }

    private Reference reference(List<Trace> traces) {
        Optional<StoredTrial> best = (grid == null ? traces.stream() : List.of(grid).stream())
                .flatMap(trace -> trace.best().stream())
                .max(Comparator.comparingDouble(trial -> trial.score().orElseThrow()));
        double score = best.map(trial -> trial.score().orElseThrow()).orElse(Double.NaN);
        double near = unit.share() ? NEAR : NEAR * (score - median(traces));
        return new Reference(
                score,
                best.map(trial -> trial.trial().configuration().toString()).orElse(""),
                near,
                near / 2,
                grid == null ? null : grid.cost());
    }

    private static double median(List<Trace> traces) {
        return Statistics.median(traces.stream()
                .flatMapToDouble(trace -> trace.trials().stream().flatMapToDouble(trial -> trace.score(trial).stream()))
                .toArray());
    }

    private Arm arm(String name, List<Trace> traces, Reference reference) {
        return new Arm(
                name,
                traces.stream().map(trace -> member(trace, reference)).toList(),
                BestSoFar.byTrials(traces.stream().map(Trace::steps).toList(), longest(traces)),
                BestSoFar.bySeconds(
                        traces.stream().map(Trace::steps).toList(),
                        traces.stream().mapToDouble(Trace::computeSeconds).max().orElse(0)));
    }

    private static long longest(List<Trace> traces) {
        return traces.stream().mapToLong(trace -> trace.trials().size()).max().orElse(0);
    }

    private Member member(Trace trace, Reference reference) {
        Optional<Configuration> winner = trace.best().map(trial -> trial.trial().configuration());
        return new Member(
                trace.name(),
                trace.run().manifest().seed().value(),
                trace.trials().size(),
                trace.failed(),
                trace.takenOver(),
                trace.passes(),
                trace.computeSeconds(),
                trace.wallSeconds(),
                trace.best().map(trial -> trial.score().orElseThrow()).orElse(null),
                winner.map(Configuration::toString).orElse(null),
                winner.map(this::rank).orElse(null),
                trace.reach(reference.best() - reference.near()).orElse(null),
                trace.reach(reference.best() - reference.veryNear()).orElse(null),
                trace.best()
                        .flatMap(trial -> trace.run().test(trial.trial().id()))
                        .map(test -> test.score().value())
                        .orElse(null),
                winner.map(foldsAgain::get).orElse(null),
                winner.map(freshPairs::get).orElse(null),
                trace.steps());
    }

    /// A configuration's place in the complete grid; null if there is none, or it is no point of it.
    private @Nullable Long rank(Configuration configuration) {
        if (grid == null) {
            return null;
        }
        return grid.trials().stream()
                .filter(trial -> trial.trial().configuration().equals(configuration))
                .filter(trial -> grid.score(trial).isPresent())
                .findFirst()
                .map(trial -> 1 + grid.better(trial.score().getAsDouble()))
                .orElse(null);
    }

    private Map<Configuration, Again> again(Role role) {
        var again = new LinkedHashMap<Configuration, Again>();
        for (ComparedRun run : runs) {
            if (run.role() == role) {
                run.run().trials().stream()
                        .filter(trial -> trial.score().isPresent())
                        .forEach(trial -> again.put(trial.trial().configuration(), again(trial)));
            }
        }
        return again;
    }

    private static Again again(StoredTrial trial) {
        List<Double> scores = trial.folds().stream()
                .map(FoldRun::result)
                .map(FoldResult::score)
                .map(score -> score.value())
                .toList();
        double[] numbers = scores.stream().mapToDouble(Double::doubleValue).toArray();
        return new Again(Statistics.mean(numbers), Statistics.standardError(numbers), scores);
    }
}
