package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mendel.data.DataException;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("training")
class PairRoundsTest {
    private static final DigitPairsSettings SETTINGS = DigitPairsSettings.DEFAULTS
            .with("pairs", new Value.Whole(40))
            .with("rounds", new Value.Whole(3))
            .with("epochs", new Value.Whole(4))
            .with("batch", new Value.Whole(10))
            .withTower("tiny", TowerPattern.of("linear 8", "relu", "linear 10"))
            .with("tower", new Value.Text("tiny"));
    private static final Trial TRIAL =
            Trial.of(new TrialId(1), new Configuration(Map.of("optimizer", new Value.Text("adam"))), new Seed(7));

    @Test
    void aRoundTellsHowEveryEpochDidOnTrainingAndTestPairs() throws Exception {
        try (var rounds = new PairRounds(SETTINGS, Examples.data(), new Seed(1))) {
            FoldResult result = rounds.evaluate(TRIAL, 0);
            assertThat(rounds.folds()).isEqualTo(3);
            assertThat(result.epochs()).hasSize(4);
            Map<String, Double> last = result.epochs().getLast().measures();
            assertThat(last)
                    .containsKeys(
                            "comparison accuracy", "training comparison accuracy", "training second digit accuracy");
            assertThat(result.measures()).containsAllEntriesOf(last).containsKey("parameters");
            assertThat(result.score().value()).isEqualTo(last.get("comparison accuracy"));
            double best = result.epochs().stream()
                    .mapToDouble(epoch -> epoch.measures().getOrDefault("comparison accuracy", 0.0))
                    .max()
                    .orElseThrow();
            assertThat(result.measures()).containsEntry("best epoch's comparison accuracy", best);
        }
    }

    @Test
    void lookingAtEveryEpochChangesNothing() throws Exception {
        DigitPairsSettings blind = SETTINGS.with("curves", new Value.Flag(false));
        try (var rounds = new PairRounds(SETTINGS, Examples.data(), new Seed(1));
                var unseen = new PairRounds(blind, Examples.data(), new Seed(1))) {
            FoldResult result = unseen.evaluate(TRIAL, 1);
            assertThat(rounds.evaluate(TRIAL, 1).measures()).containsAllEntriesOf(result.measures());
            assertThat(result.epochs())
                    .allSatisfy(epoch -> assertThat(epoch.measures()).isEmpty());
        }
    }

    @Test
    void timesAreToldWhereTheyAreWanted() throws Exception {
        try (var timed = new PairRounds(SETTINGS.with("times", new Value.Flag(true)), Examples.data(), new Seed(1))) {
            assertThat(timed.evaluate(TRIAL, 1).measures().get("training seconds"))
                    .isPositive();
            assertThat(timed.evaluate(TRIAL, 1).measures().get("answering seconds"))
                    .isPositive();
        }
    }

    @Test
    void roundsDifferAndAreTheSameEveryTime() throws Exception {
        try (var one = new PairRounds(SETTINGS, Examples.data(), new Seed(1));
                var other = new PairRounds(SETTINGS, Examples.data(), new Seed(1))) {
            assertThat(one.evaluate(TRIAL, 2).measures())
                    .isEqualTo(other.evaluate(TRIAL, 2).measures())
                    .isNotEqualTo(one.evaluate(TRIAL, 1).measures());
        }
    }

    @Test
    void tooFewImagesAreToldBeforeAnythingIsTrained() {
        DigitPairsSettings many = SETTINGS.with("pairs", new Value.Whole(9_000_000));
        assertThat(catchThrowable(() -> new PairRounds(many, Examples.data(), new Seed(1))))
                .isInstanceOf(DataException.class);
    }

    @Test
    void aSystemSaysSeveralThingsInOne() {
        DigitPairsSettings settings = SETTINGS.withSystem(
                "apart", Map.of("sharing", new Value.Text("separate"), "auxiliary", new Value.Flag(false)));
        var chosen = new Configuration(Map.of("system", new Value.Text("apart")));
        Network network = settings.resolve(chosen).network();
        assertThat(network.sharing()).isEqualTo(Sharing.SEPARATE);
        assertThat(network.auxiliary()).isFalse();
        assertThat(catchThrowable(() -> settings.withSystem("x", Map.of("pairs", new Value.Whole(5)))))
                .hasMessage("pairs: is the same for all systems; say it outside of them");
        assertThat(catchThrowable(() -> settings.withSystem("x", Map.of("head", new Value.Text("bald")))))
                .hasMessageStartingWith("head: ");
    }
}
