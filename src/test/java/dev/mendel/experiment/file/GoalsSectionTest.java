package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class GoalsSectionTest {
    private static Experiment experiment(String objective, String more) throws ExperimentException {
        return ExperimentFile.parse("a.yaml", """
                        experiment: a
                        objective: %s
                        space: {x: {choices: [1, 2]}}
                        """.formatted(objective) + more, List.of());
    }

    @Test
    void theFirstObjectiveIsTheObjectivesOwn() throws ExperimentException {
        Experiment read = experiment(
                "{command: [run]}",
                "objectives: {error: minimise, weights: {direction: minimise, scale: log}}\nconstraints: {time: \"<=5\"}\n");
        assertThat(read.goals())
                .isEqualTo(new Goals(
                        List.of(
                                new Goal("error", Direction.MINIMISE, Scale.LINEAR),
                                new Goal("weights", Direction.MINIMISE, Scale.LOG)),
                        List.of(new Limit("time", Limit.Side.AT_MOST, 5))));
        assertThat(read.objective()).isInstanceOfSatisfying(ObjectiveSettings.Command.class, command -> {
            assertThat(command.direction()).isEqualTo(Direction.MINIMISE);
            assertThat(command.settings().value()).hasValue("error");
        });
        assertThat(ExperimentFile.parse("b", ExperimentFile.text(read), List.of())
                        .withText(""))
                .isEqualTo(read.withText(""));
    }

    @Test
    void oneObjectiveWithoutConstraintsIsAsBefore() throws ExperimentException {
        assertThat(experiment("{command: [run]}", "objectives: {error: minimise}\n")
                        .withText(""))
                .isEqualTo(experiment("{command: [run], direction: minimise, value: error}", "")
                        .withText(""));
    }

    @Test
    void constraintsGoWithTheObjectiveAsItIs() throws ExperimentException {
        Goals goals = experiment("{command: [run]}", "constraints: {seconds: \">= -0.5\"}\n")
                .goals();
        assertThat(goals.several()).isFalse();
        assertThat(goals.objectives()).containsExactly(new Goal("value", Direction.MAXIMISE, Scale.LINEAR));
        assertThat(goals.limits()).containsExactly(new Limit("seconds", Limit.Side.AT_LEAST, -0.5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {command: [run]} | objectives: {} | names 0 objectives; allowed are 1 to 4
            {command: [run]} | objectives: {a: minimise, b: low} | objectives.b: low is not one of maximise, minimise
            {command: [run]} | constraints: {a: 5} | constraints.a: 5 is not a bound such as
            {command: [run], value: b} | objectives: {a: minimise, b: minimise} | has the value b, and the first of the objectives is a
            {command: [run], direction: maximise} | objectives: {a: minimise} | is to maximise, and the first of the objectives, a, to minimise
            {digit-pairs: {}} | objectives: {a: minimise, b: minimise} | is to maximise, and the first of the objectives, a, to minimise
            """)
    void faultsSayWhatIsAllowed(String objective, String more, String fault) {
        assertThatThrownBy(() -> experiment(objective, more + "\n")).hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evolution: {diversity: {individuality: 0.5}} | evolution: has individuality or sharing
            """)
    void diversityIsForOneScore(String more, String fault) {
        String two = "objectives: {a: minimise, b: minimise}\n";
        assertThatThrownBy(() -> experiment("{command: [run]}", two + more + "\n"))
                .hasMessageContaining(fault);
    }
}
