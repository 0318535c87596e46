package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsEntryTest {
    @Test
    void isReadBackEqual() {
        var goals = new Goals(
                List.of(
                        new Goal("error", Direction.MAXIMISE, Scale.LINEAR),
                        new Goal("the weights", Direction.MINIMISE, Scale.LOG)),
                List.of(
                        new Limit("seconds a trial", Limit.Side.AT_MOST, 0.1),
                        new Limit("recall", Limit.Side.AT_LEAST, -1e300)));
        assertThat(GoalsEntry.read(GoalsEntry.write(goals))).isEqualTo(goals);
        assertThat(GoalsEntry.read(GoalsEntry.write(Goals.NONE))).isEqualTo(Goals.NONE);
    }

    @Test
    void whatWasNotWrittenIsRefused() {
        assertThatThrownBy(() -> GoalsEntry.read("MINIMISE weights")).hasMessage("no goal: MINIMISE weights");
        assertThatThrownBy(() -> GoalsEntry.read("<= many weights")).hasMessage("no constraint: <= many weights");
        assertThatThrownBy(() -> GoalsEntry.read("SMALL LOG weights")).isInstanceOf(IllegalArgumentException.class);
    }
}
