package dev.mendel.analysis;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.when;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Categorical;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static final Categorical MODEL = Categorical.of("model", word("plain"), word("both"));
    private static final RealRange X = RealRange.of("x", 0, 1, Scale.LINEAR);
    private static final RealRange Y = RealRange.of("y", 1e-4, 1, Scale.LOG);

    private static double at(Surface surface, int column, int row) {
        return surface.values().get(row * surface.columns() + column);
    }

    @Test
    void aTrialIsFeltWhereItIsAndNowhereFarFromIt() {
        SearchSpace space = SearchSpace.of(X, Y);
        var trials = new Trials(space).scored(0.25, real(0.1), real(0.01)).failed(real(0.9), real(0.5));
        Surface surface = Surface.of(trials.all(), space.hyperparameters()).getFirst();
        assertThat(surface.columns()).isEqualTo(20);
        assertThat(surface.rows()).isEqualTo(20);
        assertThat(surface.values()).hasSize(400);
        assertThat(at(surface, 2, 10)).isEqualTo(0.25);
        assertThat(at(surface, 18, 18)).isNaN();
        assertThat(at(surface, 2, 19)).isEqualTo(0.25);
        assertThat(at(surface, 19, 10)).isNaN();
    }

    @Test
    void surfaceFollowsItsTrials() {
        SearchSpace space = SearchSpace.of(X, Y);
        var trials = new Trials(space);
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                double x = (i + 0.5) / 40;
                double y = (j + 0.5) / 40;
                trials.scored(x - 2 * y, real(x), real(Math.pow(10, 4 * y - 4)));
            }
        }
        Surface surface = Surface.of(trials.all(), space.hyperparameters()).getFirst();
        assertThat(at(surface, 10, 10)).isCloseTo(0.525 - 2 * 0.525, within(0.01));
        assertThat(at(surface, 15, 5)).isCloseTo(0.775 - 2 * 0.275, within(0.01));
        assertThat(surface.valued(Direction.MINIMISE).values().get(210))
                .isEqualTo(-surface.values().get(210));
    }

    @Test
    void choicesAreCellsThatFeelNothingOfEachOther() {
        SearchSpace space = SearchSpace.of(MODEL, X);
        var trials = new Trials(space)
                .scored(1, word("plain"), real(0.5))
                .scored(3, word("both"), real(0.5))
                .scored(3, word("both"), real(0.5));
        Surface surface = Surface.of(trials.all(), space.hyperparameters()).getFirst();
        assertThat(surface.columns()).isEqualTo(2);
        assertThat(at(surface, 0, 10)).isEqualTo(1);
        assertThat(at(surface, 1, 10)).isEqualTo(3);
    }

    @Test
    void fewVeryBadTrialsAreHeldAtTheBoundOfTheOthers() {
        SearchSpace space = SearchSpace.of(X, Y);
        var trials = new Trials(space);
        for (int i = 0; i < 20; i++) {
            trials.scored(i % 2, real(i / 20.0), real(0.01));
        }
        trials.scored(-1e9, real(0.5), real(0.01));
        Surface surface = Surface.of(trials.all(), space.hyperparameters()).getFirst();
        assertThat(surface.values())
                .allSatisfy(
                        value -> assertThat(Double.isNaN(value) || value > -1.5).isTrue());
    }

    @Test
    void pairsThatNeverTakePartTogetherAreLeftOut() {
        var cooling = new RealRange("cooling", 0, 1, Scale.LINEAR, null, when("model", "both"), null);
        SearchSpace space = SearchSpace.of(MODEL, cooling, X);
        var trials = new Trials(space).scored(1, word("plain"), real(0.5), real(0.5));
        assertThat(Surface.of(trials.all(), space.hyperparameters()))
                .extracting(surface -> List.of(surface.first(), surface.second()))
                .containsExactly(List.of("model", "x"));
        assertThat(Surface.of(List.of(), space.hyperparameters())).isEmpty();
    }
}
