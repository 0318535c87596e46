package dev.mendel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Heat;
import dev.mendel.trial.evaluate.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingTest {
    private static List<Integer> epochs(Stopping stopping, int epochs) {
        return stopping.race(3, epochs).rungs().stream().map(Rung::epochs).toList();
    }

    @ParameterizedTest
    @CsvSource({"27, 1, 3, 9", "50, 2, 6, 17", "25, 1, 3, 8", "100, 4, 11, 33"})
    void theUsualRungsAreA27thANinthAndAThirdOfTheEpochs(int epochs, int first, int second, int third) {
        assertThat(epochs(Stopping.RUNGS, epochs)).containsExactly(first, second, third, Attempt.ALL);
    }

    @Test
    void ofFewEpochsNoTwoRungsAreAlike() {
        assertThat(epochs(Stopping.RUNGS, 9)).containsExactly(1, 3, Attempt.ALL);
        assertThat(epochs(Stopping.RUNGS, 3)).containsExactly(1, Attempt.ALL);
        assertThat(Stopping.RUNGS.race(1, 1)).isEqualTo(Race.NONE);
    }

    @Test
    void foldsAreRungsWhereThereAreNoEpochs() {
        assertThat(Stopping.RUNGS.race(3, 1).rungs())
                .containsExactly(new Rung(1, Attempt.ALL, 1 / 3.0), new Rung(2, Attempt.ALL, 2 / 3.0), Rung.END);
    }

    @Test
    void halvingRacesOverTwoFourAndEightFoldsWhateverTheEpochs() {
        Race race = Stopping.halving(16).race(16, 30);
        assertThat(race.rungs())
                .containsExactly(
                        new Rung(2, Attempt.ALL, 1 / 8.0),
                        new Rung(4, Attempt.ALL, 1 / 4.0),
                        new Rung(8, Attempt.ALL, 1 / 2.0),
                        Rung.END);
        assertThat(race.heat(0, 0.1, Goals.NONE).keep()).isEqualTo(0.5);
    }

    @Test
    void whatIsSaidGoesBeforeTheUsual() {
        assertThat(epochs(new Stopping(true, List.of(2, 10, 30), null, 1, Stopping.Of.EPOCHS), 20))
                .containsExactly(2, 10, Attempt.ALL);
        assertThat(epochs(new Stopping(true, List.of(), null, 3, Stopping.Of.EPOCHS), 27))
                .containsExactly(3, 9, Attempt.ALL);
        Race race = new Stopping(true, List.of(), 0.25, 1, Stopping.Of.EPOCHS).race(1, 27);
        assertThat(race.heat(1, 0.5, Goals.NONE)).isEqualTo(new Heat(race.rungs(), 1, 0.25));
        assertThat(Stopping.NONE.race(3, 27).heat(0, 0.5, Goals.NONE)).isEqualTo(Heat.NONE);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Stopping(true, List.of(3, 1), null, 1, Stopping.Of.EPOCHS))
                .hasMessageStartingWith("rungs: 1 is not");
        assertThatThrownBy(() -> new Stopping(true, List.of(), 1.0, 1, Stopping.Of.EPOCHS))
                .hasMessageStartingWith("keep: 1.0 is not");
        assertThatThrownBy(() -> new Stopping(true, List.of(), null, 0, Stopping.Of.EPOCHS))
                .hasMessageStartingWith("grace: 0 is not");
    }
}
