package dev.mendel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.search.Stopping;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Rungs;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppedTest {
    @Test
    void tellsWhatWasStoppedWhereAndWhatThatSaved() {
        var stopped = new Stopped(Stopping.RUNGS.race(3, 27));
        stopped.add(new Outcome.Finished(List.of(FoldResult.of(1)), Rungs.of(0.1, 0.2, 0.3)));
        stopped.add(new Outcome.Stopped(Rungs.of(0.1)));
        stopped.add(new Outcome.Stopped(Rungs.of(0.1)));
        stopped.add(new Outcome.Stopped(Rungs.of(0.1, 0.2)));
        assertThat(stopped.count()).isEqualTo(3);
        assertThat(stopped.saved()).isCloseTo((26 + 26 + 24) / 27.0 / 4, within(1e-12));
        assertThat(stopped).hasToString("2 after 1 epoch, 1 after 3 epochs; saved 70 % of the training");
    }

    @Test
    void namesFoldsWhereThereAreNoEpochs() {
        var stopped = new Stopped(Stopping.RUNGS.race(4, 1));
        stopped.add(new Outcome.Stopped(Rungs.of(0.1, 0.2)));
        assertThat(stopped).hasToString("1 after 2 folds; saved 50 % of the training");
        assertThat(new Stopped(Stopping.NONE.race(4, 1)).saved()).isZero();
    }
}
