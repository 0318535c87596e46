package dev.mendel.analysis;

import static dev.mendel.space.Spaces.real;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Goals;
import dev.mendel.trial.TrialId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImprovementTest {
    private static final SearchSpace SPACE = SearchSpace.of(RealRange.of("rate", 0, 1, Scale.LINEAR));

    @Test
    void stepsAreTheImprovementsAndTheEnd() {
        var trials = new Trials(SPACE)
                .failed(real(0))
                .scored(0.5, real(0.1))
                .scored(0.4, real(0.2))
                .scored(0.7, real(0.3))
                .scored(0.7, real(0.4));
        var seconds = Map.of(new TrialId(1), 1.0, new TrialId(2), 2.0, new TrialId(3), 4.0, new TrialId(5), 8.0);
        assertThat(Improvement.of(trials.all(), seconds, Goals.NONE))
                .containsExactly(
                        new Improvement(2, 3, 2, 0.5), new Improvement(4, 7, 4, 0.7), new Improvement(5, 15, 4, 0.7));
    }

    @Test
    void thereIsNoneWhereAllFailed() {
        var trials = new Trials(SPACE).failed(real(0)).failed(real(1));
        assertThat(Improvement.of(trials.all(), Map.of(), Goals.NONE)).isEmpty();
    }
}
