package dev.mendel.experiment.file;

import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.external.CommandSettings;
import dev.mendel.space.Scale;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.PairMeasures;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the sections `objectives` and `constraints`: what trials are judged by where their score is not all.
///
/// @param goals as `objectives` says them; none if it isn't there
/// @param named the fields that name values beside the first objective's
record GoalsSection(List<Goal> goals, List<Limit> limits, List<Field> named) {
    static final String OBJECTIVES = "objectives";
    static final String CONSTRAINTS = "constraints";
    private static final String DIRECTION = "direction";
    private static final String SCALE = "scale";

    private static final String AN_OBJECTIVE = "maximise, minimise, or {direction: minimise, scale: log}";
    private static final String A_LIMIT = "a bound such as \"<= 5\" or \">= 0.9\"";

    static GoalsSection read(Fields fields) {
        Optional<Field> objectives = fields.find(OBJECTIVES);
        var goals = new ArrayList<Goal>();
        List<Field> members = objectives
                .flatMap(field -> field.members("objectives such as {error: minimise, seconds: minimise}"))
                .orElse(List.of());
        members.forEach(member -> goal(member).ifPresent(goals::add));
        objectives
                .filter(_ -> fields.sound(OBJECTIVES) && (members.isEmpty() || members.size() > Goals.MOST))
                .ifPresent(field ->
                        field.fault("names " + members.size() + " objectives; allowed are 1 to " + Goals.MOST));
        var limits = new ArrayList<Limit>();
        List<Field> limited = fields.find(CONSTRAINTS)
                .flatMap(field -> field.members("constraints such as {seconds: \"<= 5\"}"))
                .orElse(List.of());
        limited.forEach(member -> limit(member).ifPresent(limits::add));
        String first = members.isEmpty() ? Goals.VALUE : members.getFirst().name();
        List<Field> named = Stream.concat(members.stream(), limited.stream())
                .filter(field -> !field.name().equals(first))
                .toList();
        return new GoalsSection(goals, limits, named);
    }

    private static Optional<Goal> goal(Field field) {
        if (field.isScalar()) {
            return field.word(Direction.class).map(direction -> new Goal(field.name(), direction, Scale.LINEAR));
        }
        return field.fields(AN_OBJECTIVE)
                .map(fields -> fields.only(List.of(DIRECTION, SCALE)))
                .map(fields -> new Goal(
                        field.name(),
                        fields.word(DIRECTION, Direction.class, Direction.MAXIMISE),
                        fields.word(SCALE, Scale.class, Scale.LINEAR)));
    }

    private static Optional<Limit> limit(Field field) {
        Optional<String> text = field.text(A_LIMIT);
        Optional<Limit> limit = text.flatMap(told -> Limit.parse(field.name(), told));
        if (text.isPresent() && limit.isEmpty()) {
            field.refuse(A_LIMIT);
        }
        return limit;
    }

    /// The objective, which answers with the value of the first of the objectives, in its direction. Where it
    /// says otherwise, that is a fault.
    ///
    /// @param field the section of the objective
    ObjectiveSettings answering(ObjectiveSettings objective, Field field) {
        if (objective instanceof ObjectiveSettings.DigitPairs(DigitPairsSettings settings)) {
            named.forEach(each -> check(each, settings));
        }
        if (goals.isEmpty()) {
            return objective;
        }
        Goal first = goals.getFirst();
        boolean told = field.fields("an objective")
                .flatMap(fields -> fields.find(DIRECTION))
                .isPresent();
        if (objective.direction() != first.direction() && (told || !hasDirection(objective))) {
            field.fault("is to " + Field.written(objective.direction()) + ", and the first of the objectives, "
                    + first.name() + ", to " + Field.written(first.direction()));
        }
        return switch (objective) {
            case ObjectiveSettings.Command(CommandSettings settings, Direction _) ->
                new ObjectiveSettings.Command(answering(settings, first, field), first.direction());
            case ObjectiveSettings.Java java -> new ObjectiveSettings.Java(java.settings(), first.direction());
            case ObjectiveSettings.DigitPairs _, ObjectiveSettings.Embedded _ -> objective;
        };
    }

    /// What digit pairs have as values is known beforehand.
    private static void check(Field named, DigitPairsSettings settings) {
        List<String> known = Stream.concat(PairMeasures.of(settings).stream(), Stream.of(FoldResult.SECONDS))
                .toList();
        if (!known.contains(named.name())) {
            named.fault("is no value of digit pairs; allowed are " + String.join(", ", known)
                    + (PairMeasures.isTime(named.name())
                            ? ", and with `times: true` in digit-pairs this one too"
                            : Nearest.question(named.name(), known)));
        }
    }

    private static boolean hasDirection(ObjectiveSettings objective) {
        return objective instanceof ObjectiveSettings.Command || objective instanceof ObjectiveSettings.Java;
    }

    private static CommandSettings answering(CommandSettings settings, Goal first, Field field) {
        Optional<String> value = settings.value();
        if (value.isPresent() && !value.get().equals(first.name())) {
            field.fault("has the value " + value.get() + ", and the first of the objectives is " + first.name()
                    + "; leave value out");
        }
        return settings.script().answers().answer() == null ? settings.answering(first.name()) : settings;
    }

    /// What trials are judged by.
    Goals of(ObjectiveSettings objective) {
        if (goals.size() > 1) {
            return new Goals(goals, limits);
        }
        if (limits.isEmpty()) {
            return Goals.NONE;
        }
        String name = objective instanceof ObjectiveSettings.Command command
                ? command.settings().value().orElse(Goals.VALUE)
                : Goals.VALUE;
        return new Goals(
                goals.isEmpty() ? List.of(new Goal(name, objective.direction(), Scale.LINEAR)) : goals, limits);
    }

    /// The section `objectives` by names, as the file writes it; empty where the objective says all.
    static Map<String, String> objectives(Goals goals) {
        var written = new LinkedHashMap<String, String>();
        boolean named = goals.several()
                || goals.objectives().stream()
                        .anyMatch(goal -> !goal.name().equals(Goals.VALUE) || goal.scale() != Scale.LINEAR);
        for (Goal goal : named ? goals.objectives() : List.<Goal>of()) {
            String direction = Field.written(goal.direction());
            written.put(
                    goal.name(),
                    goal.scale() == Scale.LINEAR
                            ? direction
                            : "{" + DIRECTION + ": " + direction + ", " + SCALE + ": " + Field.written(goal.scale())
                                    + "}");
        }
        return written;
    }

    /// The section `constraints`, likewise.
    static Map<String, String> constraints(Goals goals) {
        var written = new LinkedHashMap<String, String>();
        goals.limits().forEach(limit -> written.put(limit.name(), "\"" + limit.text() + "\""));
        return written;
    }
}
