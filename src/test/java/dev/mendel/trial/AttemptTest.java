package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));

    /// Has three epochs, after each of which the value is their number; its folds are named by the trial's seed.
    private static final class Stepping implements Objective {
        private long closed;

        @Override
        public int folds() {
            return 2;
        }

        @Override
        public FoldResult evaluate(Trial trial, int fold) {
            throw new AssertionError("evaluated as a whole");
        }

        @Override
        public Attempt begin(Trial trial, int fold) {
            return new Attempt() {
                private int epochs;

                @Override
                public Progress advance(int more) {
                    epochs = more > 3 - epochs ? 3 : epochs + more;
                    return new Progress(epochs, epochs == 3);
                }

                @Override
                public FoldResult result() {
                    if (epochs == 2) {
                        throw new ArithmeticException("no value after two epochs");
                    }
                    List<FoldResult.Epoch> told = IntStream.rangeClosed(1, epochs)
                            .mapToObj(epoch -> new FoldResult.Epoch(epoch, 1.0 / epoch))
                            .toList();
                    return new FoldResult(
                            new Score(epochs + 10 * fold),
                            Map.of("seed", (double) trial.seed().value()),
                            told,
                            Duration.ZERO);
                }

                @Override
                public void close() {
                    closed++;
                    throw new IllegalStateException("closes badly");
                }
            };
        }
    }

    @Test
    void anObjectiveThatOnlyEvaluatesHasOneStep() throws Exception {
        FakeObjective objective = FakeObjective.of(1, (_, _) -> FoldResult.of(0.5));
        try (Attempt attempt = objective.begin(TRIAL, 0)) {
            assertThatThrownBy(attempt::result).isInstanceOf(IllegalStateException.class);
            assertThat(attempt.advance(1)).isEqualTo(new Attempt.Progress(0, true));
            assertThat(attempt.advance(1)).isEqualTo(new Attempt.Progress(0, true));
            assertThat(attempt.result()).isEqualTo(FoldResult.of(0.5));
        }
        assertThat(objective.calls()).hasSize(1);
    }

    @Test
    void stepsReachTheObjectiveThroughAllThatWrapsIt() throws Exception {
        var stepping = new Stepping();
        Objective wrapped = Guarded.of(Direction.MINIMISE.turn(Repeated.of(stepping, 3)));
        Attempt attempt = wrapped.begin(TRIAL, 5);
        assertThat(attempt.advance(1)).isEqualTo(new Attempt.Progress(1, false));
        assertThat(attempt.result().score()).isEqualTo(new Score(-11));
        assertThat(attempt.result().measures())
                .containsEntry("seed", (double) TRIAL.seed().derive("repeat", 2).value());
        assertThat(attempt.advance(1)).isEqualTo(new Attempt.Progress(2, false));
        assertThatThrownBy(attempt::result)
                .isInstanceOf(EvaluationException.class)
                .hasMessage("ArithmeticException: no value after two epochs");
        assertThat(attempt.complete().epochs()).hasSize(3);
        assertThatCode(attempt::close).doesNotThrowAnyException();
        assertThat(stepping.closed).isOne();
    }

    @Test
    void anEvaluationWithoutAnEndFails() {
        var endless = new Attempt() {
            @Override
            public Progress advance(int epochs) {
                return new Progress(7, false);
            }

            @Override
            public FoldResult result() {
                return FoldResult.of(1);
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(endless::complete)
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("after 7");
    }
}
