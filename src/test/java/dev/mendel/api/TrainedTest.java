package dev.mendel.api;

import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.Budget;
import dev.mendel.search.Stopping;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.Attempt.Progress;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Timed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Functions that tell of their epochs, and are stopped there.
@Timeout(60)
class TrainedTest {
    private static final SearchSpace SPACE = SearchSpace.of(real("x", -1, 1), real("y", -1, 1));
    private static final Optimizer RACE =
            Optimizer.minimise(SPACE).trials(60).seed(2).stopping(Stopping.RUNGS);

    private final AtomicInteger trained = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /// Comes down to `x² + y²`, by 20 epochs.
    private double loss(Trial trial, Epochs epochs) {
        double x = trial.real("x");
        double y = trial.real("y");
        try {
            for (int epoch = 1; epoch <= 20; epoch++) {
                trained.incrementAndGet();
                epochs.tell(x * x + y * y + 1.0 / epoch);
            }
            return x * x + y * y;
        } finally {
            closed.incrementAndGet();
        }
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (int i = 0; i < 250 && threads() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("trial "))
                .count();
    }

    private static Attempt begin(Trained function) {
        return new TrainedObjective(4, function).begin(trial(1), 0);
    }

    private static Trial trial(int x) {
        return Trial.of(new TrialId(x), new Configuration(Map.of("x", new Value.Real(x))), new Seed(1));
    }

    private static double four(Trial trial, Epochs epochs) {
        for (int epoch = 1; epoch <= 4; epoch++) {
            epochs.tell(10.0 * epoch);
        }
        return trial.real("x");
    }

    @Test
    void trialsThatWillNotWinAreStoppedAndTheBestIsFound() {
        Optimum best = RACE.run(20, this::loss);
        assertThat(best.value()).isBetween(0.0, 0.05);
        assertThat(trained.get()).isBetween(60, 60 * 20 * 2 / 3);
        assertThat(closed).hasValue(60);
    }

    @Test
    void workersChangeNothing() {
        for (Optimizer search : List.of(RACE, RACE.strategy(new RandomSearch(60)))) {
            Optimum one = search.run(20, this::loss);
            int epochs = trained.getAndSet(0);
            for (int workers : List.of(2, 4)) {
                assertThat(search.workers(workers).run(20, this::loss)).isEqualTo(one);
                assertThat(trained.getAndSet(0)).isEqualTo(epochs);
            }
        }
    }

    @Test
    void timeoutsRetriesAndRepeatsChangeNothing() {
        Optimum plain = RACE.run(20, this::loss);
        assertThat(RACE.timeout(Duration.ofMinutes(1)).retries(2).run(20, this::loss))
                .isEqualTo(plain);
        assertThat(RACE.repeats(2).run(20, this::loss).value()).isBetween(0.0, 0.05);
    }

    @Test
    void aStoredSearchGoesOnWhereItEnded(@TempDir Path folder) {
        Optimum whole = RACE.store(folder.resolve("whole")).run(20, this::loss);
        int epochs = trained.getAndSet(0);
        RACE.budget(Budget.NONE.withGenerations(3))
                .store(folder.resolve("halves"))
                .run(20, this::loss);
        Optimum resumed = RACE.store(folder.resolve("halves")).run(20, this::loss);
        assertThat(resumed).isEqualTo(whole);
        assertThat(trained.get()).isGreaterThanOrEqualTo(epochs);
        trained.set(0);
        assertThat(RACE.store(folder.resolve("halves")).run(20, this::loss)).isEqualTo(whole);
        assertThat(trained).hasValue(0);
    }

    @Test
    void withoutStoppingAllAreTrainedToTheirEnd() {
        var grid = SearchSpace.of(integer("x", 1, 3), integer("y", 1, 3));
        Optimum best = Optimizer.minimise(grid)
                .strategy(new GridSearch(grid.grid()))
                .run(20, (trial, epochs) -> {
                    for (int epoch = 1; epoch <= 20; epoch++) {
                        trained.incrementAndGet();
                        epochs.tell(Double.NaN);
                    }
                    return trial.integer("x") + trial.integer("y");
                });
        assertThat(best.value()).isEqualTo(2);
        assertThat(trained).hasValue(9 * 20);
    }

    @Test
    void stepsComeToWhatTheWholeComesTo() throws Exception {
        try (Attempt whole = begin(TrainedTest::four);
                Attempt attempt = begin(TrainedTest::four)) {
            assertThatThrownBy(attempt::result).isInstanceOf(IllegalStateException.class);
            assertThat(attempt.advance(1)).isEqualTo(new Progress(1, false));
            assertThat(attempt.result().score().value()).isEqualTo(10);
            assertThat(attempt.advance(2)).isEqualTo(new Progress(3, false));
            assertThat(attempt.result().epochs()).last().isEqualTo(new Epoch(3, Double.NaN, Map.of("value", 30.0)));
            assertThat(attempt.advance(1)).isEqualTo(new Progress(4, true));
            assertThat(attempt.result().score()).isEqualTo(whole.complete().score());
            assertThat(attempt.result().score().value()).isEqualTo(1);
            assertThat(attempt.result().epochs())
                    .isEqualTo(whole.result().epochs())
                    .hasSize(4);
        }
    }

    @Test
    void fewerEpochsAreTheEndAndMoreAreNotWaitedFor() throws Exception {
        try (Attempt fewer = new TrainedObjective(9, TrainedTest::four).begin(trial(1), 0);
                Attempt more = new TrainedObjective(2, TrainedTest::four).begin(trial(1), 0)) {
            assertThat(fewer.advance(6)).isEqualTo(new Progress(4, true));
            assertThat(more.advance(1)).isEqualTo(new Progress(1, false));
            assertThat(more.advance(1)).isEqualTo(new Progress(4, true));
        }
    }

    @Test
    void aStoppedFunctionIsUnwoundBeforeTheNextOneBegins() throws Exception {
        var thrown = new AtomicReference<Exception>();
        Attempt attempt = begin((trial, epochs) -> {
            try {
                return four(trial, epochs);
            } catch (CancellationException e) {
                thrown.set(e);
                throw e;
            }
        });
        attempt.advance(2);
        assertThat(thrown).hasNullValue();
        attempt.close();
        attempt.close();
        assertThat(thrown.get()).hasMessage("the trial has been stopped after epoch 2");
    }

    @Test
    void aFunctionThatKeepsTheExceptionIsStoppedAllTheSame() throws Exception {
        var asked = new ArrayList<Integer>();
        Attempt attempt = begin((_, epochs) -> {
            for (int epoch = 1; epoch <= 4; epoch++) {
                asked.add(epoch);
                try {
                    epochs.tell(epoch);
                } catch (CancellationException e) {
                    assertThat(e).hasMessage("the trial has been stopped after epoch 1");
                }
            }
            return 5;
        });
        attempt.advance(1);
        attempt.close();
        assertThat(asked).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsNeverAdvancedNeverRuns() {
        begin((_, _) -> trained.incrementAndGet()).close();
        assertThat(trained).hasValue(0);
    }

    @Test
    void failuresSayWhat() throws Exception {
        try (Attempt none = begin((_, _) -> 3)) {
            assertThatThrownBy(() -> none.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("it told no epoch, and 4 are said; a value is told after each, by Epochs.tell");
        }
        try (Attempt noNumber = begin((_, epochs) -> {
            epochs.tell(Double.POSITIVE_INFINITY);
            return 3;
        })) {
            noNumber.advance(1);
            assertThatThrownBy(noNumber::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("after epoch 1 its value is Infinity, and a finite number is wanted, of size 1e300 at"
                            + " most");
        }
        try (Attempt fails = begin((_, epochs) -> {
            epochs.tell(1);
            throw new java.io.IOException("no disk");
        })) {
            fails.advance(1);
            assertThatThrownBy(() -> fails.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("java.io.IOException: no disk");
        }
        try (Attempt errs = begin((_, _) -> {
            throw new StackOverflowError("deep");
        })) {
            assertThatThrownBy(() -> errs.advance(1)).isInstanceOf(StackOverflowError.class);
        }
        assertThatThrownBy(() -> RACE.run(0, this::loss)).hasMessage("epochs: 0 is not 1 or more");
    }

    @Test
    void anInterruptionReachesTheFunction() throws Exception {
        var began = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        Attempt attempt = begin((_, epochs) -> {
            epochs.tell(1);
            began.countDown();
            try {
                Thread.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return 1;
        });
        attempt.advance(1);
        Thread here = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                began.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            here.interrupt();
        });
        assertThatThrownBy(() -> attempt.advance(1)).isInstanceOf(InterruptedException.class);
        assertThat(interrupted).isTrue();
        attempt.close();
    }

    @Test
    void aTimeoutCountsStepsAndLeavesNothingBehind() throws Exception {
        var slow = new Timed(
                new TrainedObjective(4, (_, epochs) -> {
                    epochs.tell(1);
                    epochs.tell(2);
                    Thread.sleep(Duration.ofHours(1));
                    return 3;
                }),
                Duration.ofMillis(400));
        try (slow;
                Attempt attempt = slow.begin(trial(1), 0)) {
            attempt.advance(1);
            Thread.sleep(500);
            attempt.advance(1);
            assertThat(attempt.result().score().value()).isEqualTo(2);
            assertThatThrownBy(() -> attempt.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("no result within 0.4 s");
        }
    }
}
