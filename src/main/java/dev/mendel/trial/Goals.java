package dev.mendel.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The objectives of a search, and constraints. The first objective's value is that of the trials themselves,
/// behind their scores; each other's is the mean over folds of the measure of its name.
///
/// @param objectives none for a search that knows of scores alone; at most [#MOST], with different names
/// @param limits what trials should keep to
public record Goals(List<Goal> objectives, List<Limit> limits) {
    /// The largest number of objectives.
    public static final int MOST = 4;

    /// What the value is called that has no name.
    public static final String VALUE = "value";

    /// Scores alone count.
    public static final Goals NONE = new Goals(List.of(), List.of());

    /// Below every score: what is outside of the limits comes from here down.
    private static final double OUTSIDE = -1e304;

    public Goals {
        objectives = List.copyOf(objectives);
        limits = List.copyOf(limits);
        if (objectives.size() > MOST) {
            throw new IllegalArgumentException("found " + objectives.size() + " objectives; allowed are 1 to " + MOST);
        }
        if (objectives.isEmpty() && !limits.isEmpty()) {
            throw new IllegalArgumentException("constraints want at least one objective");
        }
        var names = new HashSet<String>();
        for (Goal each : objectives) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("two objectives have the name " + each.name());
            }
        }
    }

    /// An objective whose evaluations fail where they lack a measure; closed with it.
    public Objective require(Objective objective) {
        return isOn() ? new Judged(objective, this) : objective;
    }

    /// Whether anything counts but scores.
    public boolean isOn() {
        return several() || !limits.isEmpty();
    }

    /// Whether there are several objectives, so that of two trials neither may be the better one.
    public boolean several() {
        return objectives.size() > 1;
    }

    /// The constraints as people read them: `seconds <= 5`.
    public List<String> constraints() {
        return limits.stream().map(limit -> limit.name() + " " + limit.text()).toList();
    }

    /// The differences to other goals, for people; empty where trials are judged alike.
    ///
    /// @param there the others
    public List<String> differences(Goals there) {
        var differences = new ArrayList<String>();
        if (!judging().equals(there.judging())) {
            differences.add("its objectives are " + there.words() + " there, " + words() + " here");
        }
        if (!limits.equals(there.limits)) {
            differences.add("its constraints are " + listed(there.constraints()) + " there, " + listed(constraints())
                    + " here");
        }
        return differences;
    }

    /// The objectives that are more than the trials' own value.
    private List<Goal> judging() {
        return several() ? objectives : List.of();
    }

    private String words() {
        return several() ? listed(objectives.stream().map(Goal::words).toList()) : "the objective's value alone";
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    /// The values of a trial, one for each objective, in their order; empty if it lacks one of them or a
    /// measure that is limited.
    public Optional<List<Double>> values(Outcome.Finished outcome) {
        return fault(outcome).isPresent()
                ? Optional.empty()
                : Optional.of(objectives.stream()
                        .map(goal -> value(goal.name(), outcome).orElseThrow())
                        .toList());
    }

    /// What a trial lacks, for the user; empty if it has all measures.
    public Optional<String> fault(Outcome.Finished outcome) {
        for (int fold = 0; fold < outcome.folds().size(); fold++) {
            Optional<String> fault = fault(outcome.folds().get(fold));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /// What the result of a fold lacks, for the user; empty if it has all measures.
    public Optional<String> fault(FoldResult result) {
        return names().filter(name -> !result.measures().containsKey(name))
                .findFirst()
                .map(name -> "the answer has no value \"" + name + "\", which is an objective or constrained; it has "
                        + (result.measures().isEmpty()
                                ? "none but that of the first objective"
                                : String.join(", ", result.measures().keySet())));
    }

    /// The measures that are wanted beside the first objective.
    Stream<String> names() {
        return Stream.concat(
                        objectives.stream().map(Goal::name), limits.stream().map(Limit::name))
                .filter(name -> !isFirst(name));
    }

    /// How far a trial is outside of its limits: the sum over them; 0 within all, infinite where one is
    /// unknown.
    public double excess(Outcome.Finished outcome) {
        double sum = 0;
        for (Limit limit : limits) {
            OptionalDouble value = value(limit.name(), outcome);
            sum += value.isPresent() ? limit.excess(value.getAsDouble()) : Double.POSITIVE_INFINITY;
        }
        return sum;
    }

    /// The score of a trial in one objective, within limits or not; empty for one that lacks a measure.
    ///
    /// @param objective its place
    public Optional<Double> score(int objective, Outcome outcome) {
        Goal goal = objectives.get(objective);
        return outcome instanceof Outcome.Finished finished
                ? values(finished)
                        .map(values ->
                                goal.direction().score(values.get(objective)).value())
                : Optional.empty();
    }

    /// Whether a trial has finished with all measures and is within all limits.
    public boolean isWithin(Outcome outcome) {
        return outcome instanceof Outcome.Finished finished && fault(finished).isEmpty() && excess(finished) == 0;
    }

    /// What a trial is worth, a number for each objective, at least one number; more is better. A trial within
    /// all limits has its scores, of size 1e300 at most. One outside has as many equal numbers below all such
    /// scores, the lower the farther it is outside. One that failed, was stopped or lacks a measure has
    /// negative infinities. So in the order of each number alone, and of all together, finished trials come
    /// before failed ones, those within the limits before those outside, and these by their excess. Never NaN.
    public List<Double> worth(Outcome outcome) {
        int count = Math.max(1, objectives.size());
        if (!(outcome instanceof Outcome.Finished finished) || fault(finished).isPresent()) {
            return Collections.nCopies(count, Double.NEGATIVE_INFINITY);
        }
        double excess = Math.min(excess(finished), Double.MAX_VALUE);
        if (excess > 0) {
            return Collections.nCopies(count, OUTSIDE * (1 + StrictMath.log1p(excess)));
        }
        var scores = new ArrayList<Double>(List.of(finished.mean()));
        objectives.stream().skip(1).forEach(goal -> scores.add(score(goal, finished)));
        return List.copyOf(scores);
    }

    private double score(Goal goal, Outcome.Finished outcome) {
        double value = value(goal.name(), outcome).orElseThrow();
        double held = Math.clamp(value, -1e300, 1e300);
        return goal.direction().score(held).value();
    }

    /// The mean over folds of a measure; the trial's own value for the first objective.
    private OptionalDouble value(String name, Outcome.Finished outcome) {
        if (isFirst(name)) {
            return OptionalDouble.of(objectives.getFirst().direction().value(outcome.mean()));
        }
        double[] values = outcome.folds().stream()
                .map(fold -> fold.measures().get(name))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length < outcome.folds().size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Moments.mean(values));
    }

    private boolean isFirst(String name) {
        return !objectives.isEmpty() && objectives.getFirst().name().equals(name);
    }
}
