package dev.mendel.report.export;

import dev.mendel.analysis.Front;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Goals;
import dev.mendel.trial.TrialId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What exports say of trials by the run's goals: whether they are on its front, where there are several
/// objectives, and within its constraints, where there are some.
record GoalMarks(Goals goals, Set<TrialId> front) {
    private static final String FRONT = "on front";
    private static final String WITHIN = "within constraints";

    static GoalMarks of(StoredRun run) {
        Goals goals = run.manifest().goals();
        if (!goals.several()) {
            return new GoalMarks(goals, Set.of());
        }
        Front front = Front.of(
                run.trials().stream()
                        .flatMap(trial -> trial.evaluation().stream())
                        .toList(),
                goals);
        return new GoalMarks(
                goals,
                front.evaluations().stream().map(each -> each.trial().id()).collect(Collectors.toSet()));
    }

    /// The names of the marks that each trial has, in their order; none for one objective without constraints.
    List<String> names() {
        return goals.several()
                ? goals.limits().isEmpty() ? List.of(FRONT) : List.of(FRONT, WITHIN)
                : goals.limits().isEmpty() ? List.of() : List.of(WITHIN);
    }

    /// The marks of a trial, by name and in order; false for one that has not finished.
    Map<String, Boolean> of(StoredTrial trial) {
        var marks = new LinkedHashMap<String, Boolean>();
        for (String name : names()) {
            marks.put(
                    name,
                    name.equals(FRONT)
                            ? front.contains(trial.trial().id())
                            : trial.outcome().filter(goals::isWithin).isPresent());
        }
        return marks;
    }
}
