package dev.mendel.trial.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.trial.Ending;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FakeObjective.Answer;
import dev.mendel.trial.FakeObjective.Call;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.TrialLog;
import dev.mendel.trial.UnreachableException;
import dev.mendel.trial.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalEvaluatorTest {
    private static final SearchSpace CUBE = Spaces.cube();
    private static final Seed EXPERIMENT = new Seed(17);
    private static final Answer WORTH = FakeObjective.noisy(configuration -> configuration.real("x"));

    private final TrialLog log = new TrialLog();
    private final KnownTrials known = new KnownTrials(EXPERIMENT);

    private static Configuration x(long number) {
        return CUBE.canonical(Spaces.wholes(number, 0, 0));
    }

    private static List<Configuration> xs(long... numbers) {
        return LongStream.of(numbers).mapToObj(LocalEvaluatorTest::x).toList();
    }

    private LocalEvaluator evaluator(Objective objective, int workers) {
        return new LocalEvaluator(objective, known, workers, Limits.NONE, log);
    }

    private LocalEvaluator evaluator(Objective objective, int workers, Limits limits) {
        return new LocalEvaluator(objective, known, workers, limits, log);
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("worker-"))
                .toList();
    }

    /// Evaluates configurations on one worker.
    private List<Evaluation> evaluated(Objective objective, List<Configuration> configurations) {
        try (LocalEvaluator evaluator = evaluator(objective, 1)) {
            return evaluator.evaluate(0, configurations);
        }
    }

    private static Ending ending(Evaluator evaluator, List<Configuration> configurations) {
        return assertThatExceptionOfType(SearchEndedException.class)
                .isThrownBy(() -> evaluator.evaluate(0, configurations))
                .actual()
                .ending();
    }

    @AfterEach
    void noWorkerIsLeft() {
        assertThat(workers()).isEmpty();
    }

    @Nested
    class Answers {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 4, 8})
        void areTheSameForAnyNumberOfWorkers(int workers) {
            List<Configuration> asked = xs(3, 1, 4, 1, 5, 9, 2, 6, 5, 3);
            Answer answer = (trial, fold) -> {
                if (fold > 0 && trial.configuration().whole("x") % (fold + 2) == 0) {
                    throw new EvaluationException("fold " + fold + " diverged");
                }
                return WORTH.of(trial, fold);
            };
            List<Evaluation> expected = evaluated(FakeObjective.of(3, answer), asked);
            var fresh = new KnownTrials(EXPERIMENT);
            FakeObjective slow = FakeObjective.of(3, answer).taking(5);
            try (var evaluator = new LocalEvaluator(slow, fresh, workers, Limits.NONE, log)) {
                assertThat(evaluator.evaluate(0, asked)).isEqualTo(expected);
            }
            assertThat(expected).extracting(Evaluation::outcome).hasAtLeastOneElementOfType(Outcome.Failed.class);
        }

        @Test
        void comeInTheOrderAsked() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(2, WORTH).taking(5), 4)) {
                List<Configuration> asked = xs(7, 2, 9, 2, 0);
                assertThat(evaluator.evaluate(0, asked))
                        .extracting(evaluation -> evaluation.trial().configuration())
                        .isEqualTo(asked);
            }
        }

        @Test
        void areNumberedInTheOrderOfFirstAsking() {
            assertThat(evaluated(FakeObjective.of(1, WORTH), xs(7, 2, 7, 9)))
                    .extracting(evaluation -> evaluation.trial().id().number())
                    .containsExactly(1L, 2L, 1L, 3L);
        }

        @Test
        void rememberTheGenerationThatAskedFirst() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(1, WORTH), 2)) {
                evaluator.evaluate(3, xs(1));
                assertThat(evaluator.evaluate(5, xs(1, 2)))
                        .extracting(Evaluation::generation)
                        .containsExactly(3, 5);
            }
        }

        @Test
        void areSeededByExperimentAndConfiguration() {
            assertThat(evaluated(FakeObjective.of(1, WORTH), xs(4)).getFirst().trial())
                    .isEqualTo(Trial.of(new TrialId(1), x(4), EXPERIMENT));
        }

        @Test
        void toNothingAreNone() {
            assertThat(evaluated(FakeObjective.of(1, WORTH), List.of())).isEmpty();
            assertThat(log.events()).isEmpty();
        }
    }

    @Nested
    class EachConfiguration {
        @Test
        void isEvaluatedOnceHoweverOftenAsked() {
            FakeObjective objective = FakeObjective.of(3, WORTH).taking(2);
            try (LocalEvaluator evaluator = evaluator(objective, 4)) {
                evaluator.evaluate(0, xs(1, 2, 1, 1, 3, 2));
                evaluator.evaluate(1, xs(3, 4, 4, 1));
                evaluator.evaluate(2, xs(4, 3, 2, 1));
            }
            assertThat(objective.counts())
                    .hasSize(4 * 3)
                    .allSatisfy((_, count) -> assertThat(count).isOne());
        }

        @Test
        void isRememberedWhenItFailed() {
            FakeObjective objective = FakeObjective.of(1, (_, _) -> {
                throw new EvaluationException("diverged");
            });
            try (LocalEvaluator evaluator = evaluator(objective, 1)) {
                List<Evaluation> first = evaluator.evaluate(0, xs(1));
                assertThat(evaluator.evaluate(1, xs(1))).isEqualTo(first);
            }
            assertThat(objective.calls()).hasSize(1);
        }

        @Test
        void isNotEvaluatedAgainWhenTheLedgerKnowsIt() {
            evaluated(FakeObjective.of(2, WORTH), xs(1, 2));
            FakeObjective objective = FakeObjective.of(2, WORTH);
            assertThat(evaluated(objective, xs(2, 3))).hasSize(2);
            assertThat(objective.configurations()).containsExactly(x(3));
        }
    }

    @Nested
    class UnfinishedTrials {
        private void restore(Map<Integer, FoldResult> folds) {
            known.restore(new KnownTrials.Unfinished(Trial.of(new TrialId(1), x(5), EXPERIMENT), 2, folds));
        }

        @Test
        void areEvaluatedInThoseFoldsOnlyThatAreMissing() {
            restore(Map.of(0, FoldResult.of(10), 2, FoldResult.of(30)));
            FakeObjective objective = FakeObjective.of(4, (_, _) -> FoldResult.of(0));
            assertThat(evaluated(objective, xs(5)).getFirst())
                    .isEqualTo(new Evaluation(
                            Trial.of(new TrialId(1), x(5), EXPERIMENT),
                            2,
                            new Outcome.Finished(List.of(
                                    FoldResult.of(10), FoldResult.of(0), FoldResult.of(30), FoldResult.of(0)))));
            assertThat(objective.calls()).containsExactly(new Call(x(5), 1), new Call(x(5), 3));
        }

        @Test
        void areNotReportedAsAskedAgain() {
            restore(Map.of(0, FoldResult.of(10)));
            evaluated(FakeObjective.of(2, WORTH), xs(5, 6));
            assertThat(log.events())
                    .containsExactly("asked 2 in 0", "fold 1/1", "finished 1", "fold 2/0", "fold 2/1", "finished 2");
        }

        @Test
        void areFinishedWithoutEvaluationWhenNoFoldIsMissing() {
            restore(Map.of(0, FoldResult.of(1), 1, FoldResult.of(3)));
            FakeObjective objective = FakeObjective.of(2, WORTH);
            assertThat(evaluated(objective, xs(5)).getFirst().outcome().score()).contains(new Score(2));
            assertThat(objective.calls()).isEmpty();
            assertThat(log.events()).containsExactly("finished 1");
        }

        @Test
        void countTowardsTheLimitOnTrials() {
            restore(Map.of());
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(1, WORTH), 1, new Limits(1, () -> false))) {
                assertThat(evaluator.evaluate(2, xs(5))).hasSize(1);
                assertThat(ending(evaluator, xs(5, 6))).isEqualTo(Ending.TRIALS);
            }
        }
    }

    @Nested
    class Failures {
        private Outcome outcome(Answer answer) {
            List<Evaluation> evaluations = evaluated(
                    FakeObjective.of(
                            1,
                            (trial, fold) -> trial.configuration().equals(x(1))
                                    ? answer.of(trial, fold)
                                    : WORTH.of(trial, fold)),
                    xs(0, 1, 2));
            assertThat(evaluations.get(0).outcome()).isInstanceOf(Outcome.Finished.class);
            assertThat(evaluations.get(2).outcome()).isInstanceOf(Outcome.Finished.class);
            return evaluations.get(1).outcome();
        }

        @Test
        void tellHowLongTheFailingFoldTook() {
            try (LocalEvaluator evaluator = evaluator(
                    FakeObjective.of(1, (_, _) -> {
                        Thread.sleep(20);
                        throw new EvaluationException("too late");
                    }),
                    1)) {
                Outcome outcome = evaluator.evaluate(0, xs(1)).getFirst().outcome();
                assertThat(((Outcome.Failed) outcome).time()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(60));
            }
        }

        @Test
        void tookWhatTheObjectiveSays() {
            Outcome outcome = outcome((_, _) -> {
                throw new EvaluationException("diverged").after(Duration.ofDays(1));
            });
            assertThat(((Outcome.Failed) outcome).time()).isEqualTo(Duration.ofDays(1));
            assertThat(outcome).isEqualTo(new Outcome.Failed(0, "diverged", Duration.ZERO));
        }

        @Test
        void tellWhatTheObjectiveSays() {
            assertThat(outcome((_, _) -> {
                        throw new EvaluationException("the loss is not finite after epoch 3");
                    }))
                    .isEqualTo(new Outcome.Failed(0, "the loss is not finite after epoch 3", Duration.ZERO));
        }

        @Test
        void areScoresThatAreNoNumbers() {
            assertThat(outcome((_, _) -> FoldResult.of(Double.NaN)))
                    .isEqualTo(new Outcome.Failed(
                            0,
                            "IllegalArgumentException: a score is a finite number, of size 1e300 at most; found: NaN",
                            Duration.ZERO));
        }

        @Test
        void areExceptionsNobodyExpected() {
            assertThat(outcome((trial, _) -> FoldResult.of(trial.configuration().real("momentum"))))
                    .isEqualTo(new Outcome.Failed(
                            0,
                            "IllegalArgumentException: no momentum in the configuration x=1 y=0 z=0",
                            Duration.ZERO));
        }

        @Test
        void areErrorsToo() {
            assertThat(outcome((_, _) -> {
                        throw new StackOverflowError();
                    }))
                    .isEqualTo(new Outcome.Failed(0, "StackOverflowError", Duration.ZERO));
        }

        @Test
        void areMissingResults() {
            assertThat(outcome((_, _) -> nothing()))
                    .isEqualTo(new Outcome.Failed(
                            0, "NullPointerException: the objective returned no result", Duration.ZERO));
        }

        @Test
        void areInterruptionsThatNobodyAskedFor() {
            assertThat(outcome((_, _) -> {
                        throw new InterruptedException();
                    }))
                    .isEqualTo(
                            new Outcome.Failed(0, "the evaluation was interrupted, but not by Mendel", Duration.ZERO));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 4, 8})
        void areThoseOfTheFirstFailingFoldWhateverTheWorkers(int workers) {
            FakeObjective objective = FakeObjective.of(6, (trial, fold) -> {
                if (fold == 2 || fold == 4) {
                    throw new EvaluationException("fold " + fold);
                }
                // a later fold fails long before an earlier one has its result
                Thread.sleep(fold == 1 ? 10 : 0);
                return WORTH.of(trial, fold);
            });
            try (LocalEvaluator evaluator = evaluator(objective, workers)) {
                assertThat(evaluator.evaluate(0, xs(1, 2, 3)))
                        .extracting(Evaluation::outcome)
                        .containsOnly(new Outcome.Failed(2, "fold 2", Duration.ZERO));
            }
        }

        @Test
        void dropTheFoldsAfterThem() {
            var failed = new CountDownLatch(1);
            TrialObserver observer = new TrialListener() {
                @Override
                public void finished(Trial trial, Outcome outcome) {
                    failed.countDown();
                }
            };
            FakeObjective objective = FakeObjective.of(5, (trial, fold) -> {
                if (fold == 1) {
                    throw new EvaluationException("diverged");
                }
                if (fold > 1) {
                    failed.await();
                }
                return WORTH.of(trial, fold);
            });
            try (var evaluator = new LocalEvaluator(objective, known, 1, Limits.NONE, observer)) {
                evaluator.evaluate(0, xs(1));
            }
            // the worker may have begun the next fold already, but none after it
            assertThat(objective.calls()).doesNotContain(new Call(x(1), 3), new Call(x(1), 4));
        }

        @Test
        void leaveNoTraceOfLaterFoldsStillUnderWay() {
            var begun = new CountDownLatch(1);
            var failed = new CountDownLatch(1);
            var observer = new TrialLog() {
                @Override
                public void finished(Trial trial, Outcome outcome) {
                    super.finished(trial, outcome);
                    failed.countDown();
                }
            };
            FakeObjective objective = FakeObjective.of(2, (trial, fold) -> {
                if (fold == 0) {
                    begun.await();
                    throw new EvaluationException("diverged");
                }
                begun.countDown();
                failed.await();
                return WORTH.of(trial, fold);
            });
            try (var evaluator = new LocalEvaluator(objective, known, 2, Limits.NONE, observer)) {
                evaluator.evaluate(0, xs(1));
            }
            assertThat(observer.events()).containsExactly("asked 1 in 0", "failed 1/0 diverged");
        }

        @SuppressWarnings("NullAway") // what an objective written without null checks may do
        private static FoldResult nothing() {
            return null;
        }
    }

    @Nested
    class TheLimitOnTrials {
        @Test
        void letsExactlySoManyBeEvaluated() {
            FakeObjective objective = FakeObjective.of(2, WORTH).taking(2);
            try (LocalEvaluator evaluator = evaluator(objective, 3, new Limits(4, () -> false))) {
                assertThat(ending(evaluator, xs(6, 5, 6, 4, 3, 2, 1))).isEqualTo(Ending.TRIALS);
            }
            assertThat(objective.configurations()).containsExactlyInAnyOrder(x(6), x(5), x(4), x(3));
            assertThat(log.events()).contains("finished 1", "finished 2", "finished 3", "finished 4");
        }

        @Test
        void doesNotConcernWhatIsKnown() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(1, WORTH), 1, new Limits(2, () -> false))) {
                assertThat(evaluator.evaluate(0, xs(1, 2, 1))).hasSize(3);
                assertThat(evaluator.evaluate(1, xs(2, 1))).hasSize(2);
                assertThat(ending(evaluator, xs(3))).isEqualTo(Ending.TRIALS);
            }
        }
    }

    @Nested
    class TheLimitOnTime {
        @Test
        void letsNoFurtherFoldBegin() {
            var begun = new AtomicInteger();
            FakeObjective objective = FakeObjective.of(2, (trial, fold) -> {
                begun.incrementAndGet();
                return WORTH.of(trial, fold);
            });
            try (LocalEvaluator evaluator =
                    evaluator(objective, 1, new Limits(Long.MAX_VALUE, () -> begun.get() >= 3))) {
                assertThat(ending(evaluator, xs(1, 2, 3))).isEqualTo(Ending.TIME);
            }
            assertThat(log.events())
                    .containsExactly(
                            "asked 1 in 0",
                            "asked 2 in 0",
                            "asked 3 in 0",
                            "fold 1/0",
                            "fold 1/1",
                            "finished 1",
                            "fold 2/0");
        }

        @Test
        void doesNotConcernWhatIsKnown() {
            evaluated(FakeObjective.of(1, WORTH), xs(1));
            try (LocalEvaluator evaluator =
                    evaluator(FakeObjective.of(1, WORTH), 1, new Limits(Long.MAX_VALUE, () -> true))) {
                assertThat(evaluator.evaluate(0, xs(1))).hasSize(1);
            }
        }
    }

    @Nested
    class Stopping {
        private final CountDownLatch underWay = new CountDownLatch(2);

        /// Evaluates some trials on two workers; stops, from another thread, as soon as both are at work.
        private Ending stopped(Answer answer) throws InterruptedException {
            FakeObjective objective = FakeObjective.of(3, (trial, fold) -> {
                underWay.countDown();
                return answer.of(trial, fold);
            });
            try (LocalEvaluator evaluator = evaluator(objective, 2)) {
                Thread stopper = Thread.ofPlatform().start(() -> {
                    awaitUninterrupted(underWay);
                    evaluator.stop();
                });
                Ending ending = ending(evaluator, xs(1, 2, 3));
                stopper.join();
                return ending;
            }
        }

        private static void awaitUninterrupted(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static FoldResult never() throws InterruptedException {
            new CountDownLatch(1).await();
            throw new AssertionError("only an interruption ends the wait");
        }

        @Test
        void interruptsTheFoldsUnderWay() throws InterruptedException {
            assertThat(stopped((_, _) -> never())).isEqualTo(Ending.STOPPED);
            assertThat(log.events()).containsExactly("asked 1 in 0", "asked 2 in 0", "asked 3 in 0");
        }

        @Test
        void letsTheLedgerForgetNothing() throws InterruptedException {
            stopped((trial, fold) -> fold == 1 ? never() : WORTH.of(trial, fold));
            assertThat(evaluated(FakeObjective.of(3, WORTH), xs(1, 2, 3)))
                    .extracting(Evaluation::outcome)
                    .hasOnlyElementsOfType(Outcome.Finished.class);
        }

        @Test
        void takesWhateverAnInterruptedFoldThrowsForItsNeverHavingBegun() throws InterruptedException {
            stopped((_, _) -> {
                try {
                    return never();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("the program was killed", e);
                }
            });
            assertThat(log.events()).noneMatch(line -> line.startsWith("failed"));
        }

        @Test
        void takesAnInterruptedFoldsFailureForItsNeverHavingBegun() throws InterruptedException {
            stopped((_, _) -> {
                try {
                    return never();
                } catch (InterruptedException e) {
                    throw new EvaluationException("the program ended with exit code 143", e);
                }
            });
            assertThat(log.events()).noneMatch(line -> line.startsWith("failed"));
        }

        @Test
        void makesLaterEvaluationsEndAtOnce() {
            FakeObjective objective = FakeObjective.of(1, WORTH);
            try (LocalEvaluator evaluator = evaluator(objective, 2)) {
                evaluator.stop();
                assertThat(ending(evaluator, xs(1, 2))).isEqualTo(Ending.STOPPED);
                assertThat(ending(evaluator, xs(3))).isEqualTo(Ending.STOPPED);
            }
            assertThat(objective.calls()).isEmpty();
        }

        @Test
        void canBeAskedForOften() {
            LocalEvaluator evaluator = evaluator(FakeObjective.of(1, WORTH), 2);
            evaluator.stop();
            evaluator.stop();
            evaluator.close();
            evaluator.close();
            assertThat(ending(evaluator, xs(1))).isEqualTo(Ending.STOPPED);
        }

        @Test
        void isWhatAnInterruptionOfTheAskingThreadDoes() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(1, (_, _) -> never()), 2)) {
                Thread.currentThread().interrupt();
                assertThat(ending(evaluator, xs(1, 2))).isEqualTo(Ending.STOPPED);
            }
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void waitsForFoldsThatDoNotListenToInterruptions() throws InterruptedException {
            var begun = new CountDownLatch(1);
            var deaf = new CountDownLatch(1);
            FakeObjective objective = FakeObjective.of(1, (trial, fold) -> {
                begun.countDown();
                try {
                    return never();
                } catch (InterruptedException e) {
                    deaf.countDown();
                    return WORTH.of(trial, fold);
                }
            });
            Thread asking = Thread.currentThread();
            Thread interrupter = Thread.ofPlatform().start(() -> {
                awaitUninterrupted(begun);
                asking.interrupt();
            });
            try (LocalEvaluator evaluator = evaluator(objective, 1)) {
                assertThat(evaluator.evaluate(0, xs(1))).hasSize(1);
            }
            assertThat(deaf.getCount()).isZero();
            assertThat(Thread.interrupted()).isTrue();
            interrupter.join();
        }

        @Test
        void closesOnlyWhenNoFoldIsUnderWayEvenOnAnInterruptedThread() {
            var ended = new AtomicBoolean();
            FakeObjective objective = FakeObjective.of(1, (_, _) -> {
                underWay.countDown();
                underWay.countDown();
                try {
                    return never();
                } finally {
                    Thread.sleep(30);
                    ended.set(true);
                }
            });
            TrialObserver broken = new TrialListener() {
                @Override
                public void caughtUp() {
                    awaitUninterrupted(underWay);
                    throw new IllegalStateException("the disk is full");
                }
            };
            var evaluator = new LocalEvaluator(objective, known, 1, Limits.NONE, broken);
            assertThatThrownBy(() -> evaluator.evaluate(0, xs(1))).hasMessage("the disk is full");
            Thread.currentThread().interrupt();
            evaluator.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ended).isTrue();
        }
    }

    @Nested
    class TheObserver {
        @Test
        void isCalledByTheAskingThreadAlone() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(3, WORTH).taking(2), 4)) {
                evaluator.evaluate(0, xs(1, 2, 3, 4));
            }
            assertThat(log.threads).hasSizeGreaterThanOrEqualTo(4 + 4 * 3 + 4).containsOnly(Thread.currentThread());
        }

        @Test
        void hearsOfATrialsFoldsBetweenItsAskingAndItsOutcome() {
            try (LocalEvaluator evaluator = evaluator(FakeObjective.of(2, WORTH).taking(2), 4)) {
                evaluator.evaluate(0, xs(8, 9));
                evaluator.evaluate(1, xs(8, 7));
            }
            assertThat(log.events())
                    .hasSize(3 + 3 * 2 + 3)
                    .containsSubsequence("asked 1 in 0", "fold 1/0", "finished 1")
                    .containsSubsequence("asked 2 in 0", "fold 2/1", "finished 2", "asked 3 in 1", "fold 3/0")
                    .endsWith("finished 3");
        }

        @Test
        void hearsThatAllIsReportedBeforeEveryLongWaitAndAfterIt() {
            var waiting = new CountDownLatch(1);
            var observer = new TrialLog() {
                @Override
                public void caughtUp() {
                    super.caughtUp();
                    waiting.countDown();
                }
            };
            FakeObjective objective = FakeObjective.of(1, (trial, fold) -> {
                waiting.await();
                Thread.sleep(30);
                return WORTH.of(trial, fold);
            });
            try (var evaluator = new LocalEvaluator(objective, known, 1, Limits.NONE, observer)) {
                evaluator.evaluate(0, xs(1));
            }
            assertThat(observer.lines)
                    .startsWith("asked 1 in 0", "caught up")
                    .containsSubsequence("finished 1", "caught up")
                    .endsWith("caught up");
        }

        @Test
        void hearsThatAllIsReportedEverySoOftenHoweverCloseReportsCome() {
            var times = new AtomicInteger();
            var observer = new TrialLog() {
                @Override
                public void caughtUp() {
                    times.incrementAndGet();
                }
            };
            List<Configuration> all =
                    Spaces.configurations(CUBE).stream().limit(100).toList();
            FakeObjective quick = FakeObjective.of(1, (trial, fold) -> {
                Thread.sleep(2);
                return WORTH.of(trial, fold);
            });
            try (var evaluator = new LocalEvaluator(quick, known, 1, Limits.NONE, observer)) {
                assertThat(evaluator.evaluate(0, all)).hasSize(100);
            }
            assertThat(times.get()).isGreaterThanOrEqualTo(5);
        }

        @ParameterizedTest
        @ValueSource(strings = {"asked", "fold", "finished", "caught"})
        void endsTheSearchByThrowing(String word) {
            TrialObserver broken = new TrialListener() {
                private void fail(String call) {
                    if (call.equals(word)) {
                        throw new IllegalStateException("the disk is full");
                    }
                }

                @Override
                public void asked(int generation, List<Trial> trials) {
                    fail("asked");
                }

                @Override
                public void foldFinished(FoldRun run) {
                    fail("fold");
                }

                @Override
                public void finished(Trial trial, Outcome outcome) {
                    fail("finished");
                }

                @Override
                public void caughtUp() {
                    fail("caught");
                }
            };
            FakeObjective objective = FakeObjective.of(2, WORTH).taking(20);
            assertThatThrownBy(() -> {
                        try (var evaluator = new LocalEvaluator(objective, known, 2, Limits.NONE, broken)) {
                            evaluator.evaluate(
                                    0, xs(IntStream.range(0, 10).asLongStream().toArray()));
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the disk is full");
        }
    }

    @Test
    @Timeout(30)
    void foldsUnderWayWhenTheTimeIsUpAreGivenUpAfterTheGrace() {
        long began = System.nanoTime();
        var limits = new Limits(
                Long.MAX_VALUE,
                () -> Duration.ofMillis(300).minusNanos(System.nanoTime() - began),
                Duration.ofMillis(300));
        FakeObjective objective = FakeObjective.of(1, (trial, _) -> {
            Thread.sleep(trial.id().number() == 1 ? Duration.ofMillis(400) : Duration.ofHours(1));
            return FoldResult.of(1);
        });
        var log = new TrialLog();
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(new Seed(1)), 2, limits, log)) {
            assertThat(ending(evaluator, xs(1, 2, 3))).isEqualTo(Ending.TIME);
        }
        assertThat(log.lines).contains("finished 1").doesNotContain("finished 2", "failed 2", "finished 3");
    }

    @Test
    void refusesToWorkWithoutWorkers() {
        assertThatThrownBy(() -> evaluator(FakeObjective.of(1, WORTH), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers: 0 is not 1 or more");
    }

    @Test
    void whatTheJavaMachineThrowsIsNoTrialsOutcome() {
        var known = new KnownTrials(new Seed(1));
        var objective = FakeObjective.of(1, (_, _) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        try (var evaluator = new LocalEvaluator(objective, known, 2, Limits.NONE, log)) {
            Configuration configuration = new Configuration(Map.of("x", new Value.Whole(1)));
            assertThatThrownBy(() -> evaluator.evaluate(0, List.of(configuration)))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(known.find(configuration)).isEmpty();
        }
    }

    @Test
    void tooDeepARecursionIsOne() {
        var objective = FakeObjective.of(1, (_, _) -> {
            throw new StackOverflowError();
        });
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(new Seed(1)), 1, Limits.NONE, log)) {
            Configuration configuration = new Configuration(Map.of("x", new Value.Whole(1)));
            assertThat(evaluator.evaluate(0, List.of(configuration)).getFirst().outcome())
                    .isEqualTo(new Outcome.Failed(0, "StackOverflowError", Duration.ZERO));
        }
    }

    @Nested
    class MachinesThatAreNotReached {
        private LocalEvaluator evaluator(Objective objective, int workers) {
            return new LocalEvaluator(
                    FoldSite.of(objective), objective.folds(), known, workers, Limits.NONE, log, Duration.ofMillis(1));
        }

        @Test
        void leaveTheirTrialsToOthers() {
            Objective objective = FakeObjective.of(1, (trial, fold) -> {
                if (Worker.current() == 2) {
                    throw new UnreachableException("connection refused");
                }
                return WORTH.of(trial, fold);
            });
            try (LocalEvaluator evaluator = evaluator(objective, 2)) {
                assertThat(evaluator.evaluate(0, xs(1, 2, 3, 4, 5)))
                        .allSatisfy(
                                evaluation -> assertThat(evaluation.outcome()).isInstanceOf(Outcome.Finished.class));
            }
        }

        @Test
        void areTriedAgain() {
            var times = new AtomicInteger();
            Objective objective = FakeObjective.of(1, (trial, fold) -> {
                if (times.incrementAndGet() < 5) {
                    throw new UnreachableException("connection refused");
                }
                return WORTH.of(trial, fold);
            });
            try (LocalEvaluator evaluator = evaluator(objective, 1)) {
                assertThat(evaluator.evaluate(0, xs(1)).getFirst().outcome()).isInstanceOf(Outcome.Finished.class);
            }
        }

        @Test
        void endTheSearchWhenNoneIs() {
            Objective objective = FakeObjective.of(1, (_, _) -> {
                throw new UnreachableException("connection refused");
            });
            try (LocalEvaluator evaluator = evaluator(objective, 3)) {
                assertThatExceptionOfType(SearchEndedException.class)
                        .isThrownBy(() -> evaluator.evaluate(0, xs(1, 2)))
                        .satisfies(e -> assertThat(e.ending()).isEqualTo(Ending.UNREACHABLE));
            }
            assertThat(known.finished()).isZero();
        }

        @Test
        @Timeout(5)
        void donTHoldUpWhoStops() throws InterruptedException {
            var failed = new CountDownLatch(1);
            Objective objective = FakeObjective.of(1, (_, _) -> {
                failed.countDown();
                throw new UnreachableException("connection refused");
            });
            var patient = new LocalEvaluator(
                    FoldSite.of(objective), objective.folds(), known, 1, Limits.NONE, log, Duration.ofHours(1));
            try (patient) {
                Thread.ofPlatform().start(() -> {
                    try {
                        failed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    patient.stop();
                });
                assertThatExceptionOfType(SearchEndedException.class)
                        .isThrownBy(() -> patient.evaluate(0, xs(1)))
                        .satisfies(e -> assertThat(e.ending()).isEqualTo(Ending.STOPPED));
            }
        }
    }
}
