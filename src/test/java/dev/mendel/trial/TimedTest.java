package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimedTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));

    private static Timed timed(FakeObjective.Answer answer, Duration timeout) {
        return new Timed(FakeObjective.of(1, answer), timeout);
    }

    @Test
    void whatIsInTimeIsHandedOn() throws Exception {
        try (Timed objective = timed((_, _) -> FoldResult.of(0.5), Duration.ofSeconds(20))) {
            assertThat(objective.evaluate(TRIAL, 0)).isEqualTo(FoldResult.of(0.5));
            assertThat(objective.test(TRIAL)).isEmpty();
            try (Attempt attempt = objective.begin(TRIAL, 0)) {
                assertThat(attempt.complete()).isEqualTo(FoldResult.of(0.5));
            }
        }
    }

    @Test
    void whatIsThrownIsHandedOn() {
        for (Throwable thrown : new Throwable[] {
            new EvaluationException("diverged"),
            new UnsupportedOperationException("not today"),
            new AssertionError("no")
        }) {
            assertThatThrownBy(() -> timed((_, _) -> sneak(thrown), Duration.ofSeconds(20))
                            .evaluate(TRIAL, 0))
                    .isSameAs(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> FoldResult sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void whatTakesTooLongFails() {
        var interrupted = new AtomicBoolean();
        Timed objective = timed(
                (_, _) -> {
                    try {
                        Thread.sleep(Duration.ofHours(1));
                    } finally {
                        interrupted.set(true);
                    }
                    return FoldResult.of(1);
                },
                Duration.ofMillis(50));
        assertThatThrownBy(() -> objective.evaluate(TRIAL, 0))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("no result within 0.05 s");
        assertThat(interrupted).isTrue();
    }

    @Test
    void theTimeoutIsForAllStepsTogether() throws Exception {
        var steps = new FakeSteps(1, 9, (_, done) -> {
            sleep(done * 100);
            return done;
        });
        try (Timed objective = new Timed(steps, Duration.ofMillis(800));
                Attempt attempt = objective.begin(TRIAL, 0)) {
            attempt.advance(5);
            assertThat(attempt.result()).isEqualTo(FoldResult.of(5));
            Thread.sleep(900);
            attempt.advance(1);
            assertThatThrownBy(attempt::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("no result within 0.8 s");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatDoesNotListenIsLeftBehind() throws Exception {
        var over = new AtomicBoolean();
        Timed objective = timed(
                (trial, fold) -> {
                    while (fold == 0 && !over.get()) {
                        LockSupport.parkNanos(1);
                    }
                    return FoldResult.of(1);
                },
                Duration.ofMillis(50));
        assertThatThrownBy(() -> objective.evaluate(TRIAL, 0)).hasMessage("no result within 0.05 s");
        assertThat(objective.evaluate(TRIAL, 1)).isEqualTo(FoldResult.of(1));
        over.set(true);
    }

    @Test
    void anInterruptedCallerComesBack() throws Exception {
        Timed objective = timed(
                (_, _) -> {
                    Thread.sleep(Duration.ofHours(1));
                    return FoldResult.of(1);
                },
                Duration.ofHours(1));
        var interrupted = new AtomicBoolean();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                objective.evaluate(TRIAL, 0);
            } catch (InterruptedException e) {
                interrupted.set(true);
            } catch (EvaluationException e) {
                throw new IllegalStateException(e);
            }
        });
        caller.interrupt();
        caller.join();
        assertThat(interrupted).isTrue();
    }
}
