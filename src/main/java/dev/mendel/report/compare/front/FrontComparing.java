package dev.mendel.report.compare.front;

import dev.mendel.analysis.Front;
import dev.mendel.analysis.FrontScale;
import dev.mendel.report.compare.BestSoFar;
import dev.mendel.report.compare.ComparedRun;
import dev.mendel.report.compare.ComparedRun.Role;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.report.compare.front.FrontComparison.Arm;
import dev.mendel.report.compare.front.FrontComparison.Axis;
import dev.mendel.report.compare.front.FrontComparison.Member;
import dev.mendel.report.compare.front.FrontComparison.Reference;
import dev.mendel.report.compare.front.FrontComparison.Surface;
import dev.mendel.report.compare.front.SearchedFront.Found;
import dev.mendel.search.pareto.Attainment;
import dev.mendel.search.pareto.FrontDistance;
import dev.mendel.search.pareto.Fronts;
import dev.mendel.search.pareto.Hypervolume;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes comparisons of fronts.
final class FrontComparing {
    private static final double[] SHARES = {0.25, 0.5, 0.75};

    private final List<ComparedRun> runs;
    private final List<SearchedFront> searched;
    private final @Nullable SearchedFront grid;
    private final Goals goals;
    private final Optional<FrontScale> scale;
    private final List<Axis> axes;
    private final List<Found> reference;
    private final double hypervolume;

    private FrontComparing(List<ComparedRun> runs) {
        this.runs = runs;
        this.searched = runs.stream()
                .filter(run -> run.role() == Role.SEARCH || run.role() == Role.COMPLETE_GRID)
                .map(SearchedFront::of)
                .toList();
        this.grid = searched.stream()
                .filter(each -> each.run().role() == Role.COMPLETE_GRID)
                .findFirst()
                .orElse(null);
        this.goals = searched.getFirst().trace().goals();
        this.scale =
                FrontScale.of(goals, searched.stream().map(SearchedFront::front).toList());
        this.axes = IntStream.range(0, goals.objectives().size())
                .mapToObj(this::axis)
                .toList();
        this.reference = grid == null ? joint() : grid.points();
        this.hypervolume = Hypervolume.of(places(reference));
    }

    /// Compares runs with the same goals.
    ///
    /// @param runs at least one that is no retest
    static FrontComparison of(List<ComparedRun> runs) {
        return new FrontComparing(List.copyOf(runs)).compare();
    }

    private FrontComparison compare() {
        Map<String, List<SearchedFront>> named = new LinkedHashMap<>();
        searched.forEach(each ->
                named.computeIfAbsent(each.run().arm(), _ -> new ArrayList<>()).add(each));
        Map<Configuration, Evaluation> foldsAgain = again(Role.FOLDS_AGAIN);
        Map<Configuration, Evaluation> freshPairs = again(Role.FRESH_PAIRS);
        List<Arm> arms = named.entrySet().stream()
                .map(entry -> arm(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().stream()
                                .map(each -> member(each, foldsAgain, freshPairs))
                                .toList()))
                .toList();
        return new FrontComparison(
                searched.getFirst().trace().run().manifest().experiment(),
                axes,
                goals.constraints(),
                new Reference(
                        hypervolume,
                        reference.stream().map(Found::point).toList(),
                        grid == null ? null : grid.trace().cost()),
                arms,
                FrontDifferences.of(arms));
    }

    private Axis axis(int k) {
        Goal goal = goals.objectives().get(k);
        return new Axis(
                goal.name(),
                goal.direction(),
                goal.scale(),
                scale.map(each -> value(goal, each.from().get(k))).orElse(Double.NaN),
                scale.map(each -> value(goal, each.to().get(k))).orElse(Double.NaN));
    }

    private static double value(Goal goal, double place) {
        return goal.value(goal.direction().value(place));
    }

    /// The front of all runs together.
    private List<Found> joint() {
        var seen = new HashSet<List<Double>>();
        List<Found> all = searched.stream()
                .flatMap(each -> each.points().stream())
                .filter(found -> seen.add(found.point().values()))
                .toList();
        return Fronts.first(all.stream().map(this::scores).toList()).stream()
                .map(all::get)
                .sorted(Comparator.comparingDouble(found -> costs(found)[0]))
                .toList();
    }

    private double[] scores(Found found) {
        double[] scores = costs(found);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = -scores[k];
        }
        return scores;
    }

    /// The values, turned so that less is better.
    private double[] costs(Found found) {
        List<Double> values = found.point().values();
        return IntStream.range(0, axes.size())
                .mapToDouble(k -> axes.get(k).cost(values.get(k)))
                .toArray();
    }

    private List<double[]> costs(SearchedFront front) {
        return front.points().stream().map(this::costs).toList();
    }

    /// The points on the scale of all fronts.
    private List<double[]> places(List<Found> points) {
        return scale.map(each -> points.stream()
                        .flatMap(found -> each.point(found.outcome()).stream())
                        .toList())
                .orElse(List.of());
    }

    private Arm arm(String name, List<SearchedFront> fronts, List<Member> members) {
        List<List<Step>> steps = members.stream().map(Member::steps).toList();
        return new Arm(
                name,
                members,
                reference.stream()
                        .map(found -> (int) fronts.stream()
                                .filter(each -> Attainment.isAttained(costs(found), costs(each)))
                                .count())
                        .toList(),
                axes.size() == 2 ? surfaces(fronts) : List.of(),
                BestSoFar.byTrials(
                        steps, members.stream().mapToLong(Member::trials).max().orElse(0)),
                BestSoFar.bySeconds(
                        steps,
                        members.stream()
                                .mapToDouble(Member::computeSeconds)
                                .max()
                                .orElse(0)));
    }

    private List<Surface> surfaces(List<SearchedFront> fronts) {
        List<List<double[]>> sets = fronts.stream().map(this::costs).toList();
        return IntStream.range(0, SHARES.length)
                .mapToObj(i -> {
                    int least = (int) Math.ceil(SHARES[i] * sets.size());
                    List<List<Double>> corners = Attainment.surface(sets, least).stream()
                            .map(corner -> List.of(
                                    axes.get(0).value(corner[0]), axes.get(1).value(corner[1])))
                            .toList();
                    return new Surface(SHARES[i], least, corners);
                })
                .toList();
    }

    private Member member(
            SearchedFront front, Map<Configuration, Evaluation> foldsAgain, Map<Configuration, Evaluation> freshPairs) {
        double dominated = scale.map(each -> each.hypervolume(front.front())).orElse(0.0);
        List<double[]> costs = costs(front);
        return new Member(
                front.trace().name(),
                front.trace().run().manifest().seed().value(),
                front.trace().trials().size(),
                front.trace().failed(),
                front.trace().takenOver(),
                front.trace().passes(),
                front.trace().computeSeconds(),
                front.trace().wallSeconds(),
                front.points().stream().map(Found::point).toList(),
                dominated,
                hypervolume == 0 ? null : Double.valueOf(dominated / hypervolume),
                (int) reference.stream()
                        .filter(found -> Attainment.isAttained(costs(found), costs))
                        .count(),
                reference.isEmpty() || front.points().isEmpty()
                        ? null
                        : Double.valueOf(FrontDistance.inverted(places(reference), places(front.points()))),
                again(front, foldsAgain),
                again(front, freshPairs),
                scale.map(front::steps).orElse(List.of()));
    }

    /// The hypervolume of a front's trials as they were retested; null unless all of them were.
    private @Nullable Double again(SearchedFront front, Map<Configuration, Evaluation> retested) {
        List<Evaluation> again = front.front().evaluations().stream()
                .map(each -> retested.get(each.trial().configuration()))
                .filter(Objects::nonNull)
                .toList();
        boolean all = again.size() == front.front().evaluations().size();
        return again.isEmpty() || !all
                ? null
                : scale.map(each -> each.hypervolume(new Front(goals, again, again.size())))
                        .orElse(null);
    }

    private Map<Configuration, Evaluation> again(Role role) {
        var again = new LinkedHashMap<Configuration, Evaluation>();
        runs.stream()
                .filter(run -> run.role() == role)
                .flatMap(run -> run.run().trials().stream())
                .flatMap(trial -> trial.evaluation().stream())
                .forEach(each -> again.put(each.trial().configuration(), each));
        return again;
    }
}
