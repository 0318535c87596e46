package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.PairMeasures;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("training")
class PairObjectiveTest {
    private static final DigitPairsSettings SETTINGS = DigitPairsSettings.DEFAULTS
            .with("pairs", new Value.Whole(90))
            .with("epochs", new Value.Whole(8))
            .with("batch", new Value.Whole(20))
            .withTower("small", TowerPattern.of("conv {channels} 3x3", "relu", "pool 2", "linear 10"))
            .with("tower", new Value.Text("small"));

    @Test
    void timesAreToldWhereTheyAreWanted() throws Exception {
        Trial both = trial("model", new Value.Text("both"));
        try (PairObjective objective = objective();
                PairObjective timed = PairObjective.draw(
                        SETTINGS.with("times", new Value.Flag(true)), Examples.data(), new Seed(1))) {
            FoldResult plain = objective.evaluate(both, 1);
            FoldResult told = timed.evaluate(both, 1);
            assertThat(told.score()).isEqualTo(plain.score());
            var measures = new LinkedHashMap<>(told.measures());
            assertThat(measures.remove("training seconds")).isPositive();
            assertThat(measures.remove("answering seconds")).isPositive();
            assertThat(measures).isEqualTo(plain.measures());
            assertThat(PairMeasures.of(SETTINGS)).containsExactlyInAnyOrderElementsOf(measures.keySet());
            assertThat(PairMeasures.of(SETTINGS.with("times", new Value.Flag(true))))
                    .containsExactlyInAnyOrderElementsOf(told.measures().keySet());
        }
    }

    @Test
    void aFoldTellsWhatItMeasured() throws Exception {
        try (PairObjective objective = objective()) {
            FoldResult result = objective.evaluate(trial("model", new Value.Text("both")), 1);
            assertThat(objective.folds()).isEqualTo(3);
            assertThat(result.epochs()).hasSize(8);
            assertThat(result.measures())
                    .containsOnlyKeys(
                            "comparison accuracy",
                            "first digit accuracy",
                            "second digit accuracy",
                            "loss",
                            "parameters")
                    .containsEntry("parameters", 4.0 * 10 + 10 * (4 * 36 + 1) + 10 * 21 + 2 * 11)
                    .containsEntry("comparison accuracy", result.score().value());
            assertThat(result.time()).isPositive();
        }
    }

    @Test
    void theSameTrialHasTheSameResultAndAnotherFoldAnother() throws Exception {
        try (PairObjective one = objective();
                PairObjective other = objective()) {
            Trial trial = trial("model", new Value.Text("naive"));
            FoldResult result = one.evaluate(trial, 0);
            assertThat(other.evaluate(trial, 0).epochs()).isEqualTo(result.epochs());
            assertThat(other.evaluate(trial, 0).measures()).isEqualTo(result.measures());
            assertThat(other.evaluate(trial, 1).epochs()).isNotEqualTo(result.epochs());
        }
    }

    @Test
    void stepsComeToTheBitsOfTheWholeAndScoreOnTheWay() throws Exception {
        try (PairObjective objective = objective()) {
            Trial trial = trial("model", new Value.Text("both"));
            FoldResult whole = objective.evaluate(trial, 1);
            try (Attempt attempt = objective.begin(trial, 1)) {
                assertThat(attempt.advance(3)).isEqualTo(new Attempt.Progress(3, false));
                assertThat(attempt.result().epochs()).isEqualTo(whole.epochs().subList(0, 3));
                assertThat(attempt.advance(Attempt.ALL)).isEqualTo(new Attempt.Progress(8, true));
                FoldResult result = attempt.result();
                assertThat(result.epochs()).isEqualTo(whole.epochs());
                assertThat(result.measures()).isEqualTo(whole.measures());
                assertThat(result.time()).isPositive();
            }
        }
    }

    @Test
    void theTestScoresPairsThatNoFoldHas() throws Exception {
        try (PairObjective objective = objective()) {
            FoldResult result =
                    objective.test(trial("sharing", new Value.Text("separate"))).orElseThrow();
            double pairs = result.score().value() * 90;
            assertThat(pairs).isCloseTo(Math.rint(pairs), within(1e-9));
            assertThat(result.epochs()).hasSize(8);
        }
    }

    @Test
    void aTrainingThatDivergesTellsWhatItTook() throws Exception {
        DigitPairsSettings wild =
                SETTINGS.with("optimizer", new Value.Text("sgd")).with("learning-rate", new Value.Real(1e30));
        try (PairObjective objective = PairObjective.draw(wild, Examples.data(), new Seed(1))) {
            assertThatThrownBy(() -> objective.evaluate(trial("model", new Value.Text("both")), 0))
                    .isInstanceOfSatisfying(
                            EvaluationException.class,
                            diverged -> assertThat(diverged.time())
                                    .hasValueSatisfying(time -> assertThat(time).isPositive()));
        }
    }

    @Test
    void aNetworkThatDoesNotFitHasNoScore() throws Exception {
        DigitPairsSettings deep = SETTINGS.withTower(
                        "deep", TowerPattern.of("pool 8", "conv {channels} 3x3", "linear 10"))
                .with("tower", new Value.Text("deep"));
        try (PairObjective objective = PairObjective.draw(deep, Examples.data(), new Seed(1))) {
            assertThatThrownBy(() -> objective.evaluate(trial("epochs", new Value.Whole(1)), 0))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("no such network: layer 2 (conv 4 3x3): 1 channel of 1x1 come in, it needs images of at"
                            + " least 3x3");
        }
    }

    private static PairObjective objective() throws Exception {
        return PairObjective.draw(SETTINGS, Examples.data(), new Seed(1));
    }

    private static Trial trial(String name, Value value) {
        var configuration = new Configuration(Map.of(name, value, "channels", new Value.Whole(4)));
        return Trial.of(new TrialId(1), configuration, new Seed(1));
    }
}
