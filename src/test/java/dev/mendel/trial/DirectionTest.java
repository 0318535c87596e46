package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));

    @Test
    void smallerValuesScoreMoreWhereLessIsBetter() {
        assertThat(Direction.MINIMISE.score(1)).isGreaterThan(Direction.MINIMISE.score(2));
        assertThat(Direction.MAXIMISE.score(1)).isLessThan(Direction.MAXIMISE.score(2));
    }

    @Test
    void valuesComeBackFromScores() {
        for (Direction direction : Direction.values()) {
            assertThat(direction.value(direction.score(0.25))).isEqualTo(0.25);
            assertThat(Double.toString(direction.value(direction.score(0)))).isEqualTo("0.0");
            assertThat(direction.value(Double.NaN)).isNaN();
        }
    }

    @Test
    void anObjectiveIsTurnedWithItsFolds() throws Exception {
        Objective three = FakeObjective.of(3, (_, fold) -> FoldResult.of(fold));
        Objective turned = Direction.MINIMISE.turn(three);
        assertThat(turned.folds()).isEqualTo(3);
        assertThat(turned.evaluate(TRIAL, 2).score()).isEqualTo(new Score(-2));
        assertThat(Direction.MAXIMISE.turn(three)).isSameAs(three);
    }

    @Test
    void repeatsAreFoldsWithSeedsOfTheirOwn() throws Exception {
        Objective seeded =
                FakeObjective.of(2, (trial, fold) -> FoldResult.of(trial.seed().value() % 1e6 * 10 + fold));
        Objective repeated = Repeated.of(seeded, 3);
        assertThat(repeated.folds()).isEqualTo(6);
        double first = repeated.evaluate(TRIAL, 0).score().value();
        assertThat(repeated.evaluate(TRIAL, 1).score().value()).isEqualTo(first + 1);
        assertThat(repeated.evaluate(TRIAL, 2).score().value()).isNotEqualTo(first);
        assertThat(repeated.evaluate(TRIAL, 0).score().value()).isEqualTo(first);
        assertThat(Repeated.of(seeded, 1)).isSameAs(seeded);
    }
}
