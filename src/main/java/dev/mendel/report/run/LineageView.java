package dev.mendel.report.run;

import dev.mendel.space.Configuration;
import dev.mendel.store.StoredIndividual;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whom the winner descends from.
///
/// @param kept whether the run has kept parents; older versions did not
/// @param members the winner, then its ancestors, nearest first
/// @param leftOut how many further ancestors there are
record LineageView(boolean kept, List<Member> members, int leftOut) {
    private static final int SHOWN = 200;

    /// An ancestor, or the winner itself.
    ///
    /// @param number of its birth
    /// @param score the objective's own value; not a number where its trial failed or was stopped
    /// @param parents the numbers of those it was bred from
    /// @param fresh the values that none of its parents has, as a person writes them
    record Member(long number, int generation, long trial, double score, List<Long> parents, String fresh) {}

    static LineageView of(StoredRun run, List<Evaluation> evaluations) {
        List<StoredIndividual> births = run.individuals();
        boolean kept = births.stream().anyMatch(birth -> !birth.parents().isEmpty());
        Optional<TrialId> winner =
                run.best(1).stream().findFirst().map(best -> best.trial().id());
        Optional<StoredIndividual> born = births.stream()
                .filter(birth -> winner.filter(birth.trial()::equals).isPresent())
                .findFirst();
        if (born.isEmpty()) {
            return new LineageView(kept, List.of(), 0);
        }
        List<StoredIndividual> ancestors = ancestors(born.get(), births);
        Map<TrialId, Evaluation> trials = evaluations.stream()
                .collect(Collectors.toMap(evaluation -> evaluation.trial().id(), evaluation -> evaluation));
        Map<Long, StoredIndividual> byNumber =
                births.stream().collect(Collectors.toMap(StoredIndividual::number, birth -> birth));
        List<Member> members = ancestors.stream()
                .limit(SHOWN)
                .map(birth -> member(birth, byNumber, trials, run.manifest().direction()))
                .toList();
        return new LineageView(kept, members, ancestors.size() - members.size());
    }

    private static List<StoredIndividual> ancestors(StoredIndividual winner, List<StoredIndividual> births) {
        var byNumber = new HashMap<Long, StoredIndividual>();
        births.forEach(birth -> byNumber.put(birth.number(), birth));
        var found = new LinkedHashSet<StoredIndividual>(List.of(winner));
        var open = new ArrayDeque<StoredIndividual>(List.of(winner));
        while (!open.isEmpty()) {
            for (long parent : open.removeFirst().parents()) {
                StoredIndividual birth = byNumber.get(parent);
                if (birth != null && found.add(birth)) {
                    open.addLast(birth);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static Member member(
            StoredIndividual birth,
            Map<Long, StoredIndividual> births,
            Map<TrialId, Evaluation> trials,
            Direction direction) {
        Evaluation evaluation = evaluation(birth, trials);
        List<Configuration> parents = birth.parents().stream()
                .map(number -> Objects.requireNonNull(births.get(number)))
                .map(parent -> evaluation(parent, trials).trial().configuration())
                .toList();
        return new Member(
                birth.number(),
                birth.born(),
                birth.trial().number(),
                evaluation.outcome().score().map(direction::value).orElse(Double.NaN),
                birth.parents(),
                fresh(evaluation.trial().configuration(), parents));
    }

    private static Evaluation evaluation(StoredIndividual birth, Map<TrialId, Evaluation> trials) {
        Evaluation evaluation = trials.get(birth.trial());
        if (evaluation == null) {
            throw new IllegalStateException("trial " + birth.trial() + " of a complete generation has no outcome");
        }
        return evaluation;
    }

    private static String fresh(Configuration configuration, List<Configuration> parents) {
        return configuration.values().entrySet().stream()
                .filter(entry -> parents.stream()
                        .noneMatch(
                                parent -> parent.find(entry.getKey()).stream().anyMatch(entry.getValue()::equals)))
                .map(entry -> entry.getKey() + "=" + entry.getValue().display())
                .collect(Collectors.joining(" "));
    }
}
