package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));

    /// Throws whatever it is asked.
    private record Throwing(RuntimeException thrown) implements Objective {
        @Override
        public int folds() {
            throw thrown;
        }

        @Override
        public FoldResult evaluate(Trial trial, int fold) {
            throw thrown;
        }

        @Override
        public Optional<FoldResult> test(Trial trial) {
            throw thrown;
        }

        @Override
        public void close() {
            throw thrown;
        }
    }

    private static final Objective GUARDED = Guarded.of(new Throwing(new UnsupportedOperationException("not today")));

    @Test
    void whatIsThrownIsAFailureWithItsName() {
        String words = "UnsupportedOperationException: not today";
        assertThatThrownBy(() -> GUARDED.evaluate(TRIAL, 0))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(words);
        assertThatThrownBy(() -> GUARDED.test(TRIAL))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(words);
    }

    @Test
    void closingGoesOn() {
        assertThatCode(GUARDED::close).doesNotThrowAnyException();
    }

    @Test
    void aNumberOfFoldsThatIsNoneIsRefused() {
        assertThatThrownBy(GUARDED::folds)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not today");
        Objective none = Guarded.of(new Objective() {
            @Override
            public int folds() {
                return 0;
            }

            @Override
            @SuppressWarnings("NullAway") // as a careless user's does
            public FoldResult evaluate(Trial trial, int fold) {
                return null;
            }
        });
        assertThatThrownBy(none::folds).hasMessage("the objective has 0 folds; allowed are 1 or more");
        assertThatThrownBy(() -> none.evaluate(TRIAL, 0))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("the objective returned no result");
    }
}
