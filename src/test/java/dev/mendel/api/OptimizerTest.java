package dev.mendel.api;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.ordered;
import static dev.mendel.space.Hyperparameter.realLog;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.Budget;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OptimizerTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            choices("kernel", "linear", "rbf"),
            realLog("c", 1e-3, 1e3),
            realLog("gamma", 1e-4, 1).when("kernel", "rbf"),
            ordered("degree", 1, 2, 3).withDefault(2));

    /// Least, 0, with `rbf`, c = 10 and gamma = 0.01.
    private static double loss(Trial trial) {
        Configuration chosen = trial.configuration();
        double gamma = chosen.has("gamma") ? Math.log10(chosen.real("gamma")) + 2 : 3;
        return Math.pow(Math.log10(chosen.real("c")) - 1, 2) + gamma * gamma + chosen.whole("degree") - 1;
    }

    @Test
    void theBestIsFoundInAFewLines() {
        Optimum best = Optimizer.minimise(SPACE).trials(200).workers(4).seed(1).run(OptimizerTest::loss);
        assertThat(best.value()).isBetween(0.0, 0.2).isEqualTo(loss(best.trial()));
        assertThat(best.configuration().text("kernel")).isEqualTo("rbf");
    }

    @Test
    void maximisingTheNegationFindsTheSame() {
        Optimum least = Optimizer.minimise(SPACE).trials(50).run(OptimizerTest::loss);
        Optimum most = Optimizer.maximise(SPACE).trials(50).run(trial -> -loss(trial));
        assertThat(most).isEqualTo(new Optimum(-least.value(), least.trial()));
    }

    @Test
    void nothingIsTriedThatBreaksARule() {
        SearchSpace ruled = SPACE.where("c * degree <= 20").forbid(Map.of("kernel", "rbf", "gamma", "< 0.02"));
        var tried = new ArrayList<Configuration>();
        Optimum best = Optimizer.minimise(ruled).trials(60).seed(2).run(trial -> {
            tried.add(trial.configuration());
            return loss(trial);
        });
        assertThat(tried).hasSize(60).allMatch(each -> ruled.fault(each).isEmpty());
        assertThat(best.configuration().real("c")).isLessThanOrEqualTo(20);
        assertThatThrownBy(() -> Optimizer.minimise(SPACE.where("c > 1000")))
                .hasMessage("space: the rules leave hardly anything: 10000 random configurations all broke them");
    }

    @Test
    void workersChangeNothing() {
        Optimizer search = Optimizer.minimise(SPACE).trials(60).seed(3);
        assertThat(search.workers(3).run(OptimizerTest::loss))
                .isEqualTo(search.workers(1).run(OptimizerTest::loss));
    }

    @Test
    void repeatsAreAveragedOverSeeds() {
        var seeds = ConcurrentHashMap.<Long>newKeySet();
        Optimum best = Optimizer.minimise(SPACE).trials(5).repeats(4).run(trial -> {
            seeds.add(trial.seed().value());
            return seeds.size();
        });
        assertThat(seeds).hasSize(20);
        assertThat(best.value()).isEqualTo(2.5);
    }

    @Test
    void failuresNeverWin() {
        var asked = new AtomicInteger();
        Optimum best = Optimizer.maximise(SPACE).trials(20).run(trial -> switch (asked.getAndIncrement() % 4) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> throw new IOException("no file");
            default -> (double) trial.id().number();
        });
        assertThat(best.value()).isEqualTo(20);
    }

    @Test
    void aSearchWithoutAnyValueSaysWhy() {
        assertThatThrownBy(() -> Optimizer.maximise(SPACE).trials(5).run(_ -> {
                    throw new IOException("no file");
                }))
                .isInstanceOf(NoValueException.class)
                .hasMessage("no trial has a value; one failed so: java.io.IOException: no file");
    }

    @Test
    @Timeout(30)
    void whatIsUnderWayWhenTheTimeIsUpIsNotKept() {
        Optimum best = Optimizer.minimise(SPACE)
                .time(Duration.ofMillis(500))
                .workers(2)
                .run(trial -> {
                    if (trial.id().number() > 3) {
                        Thread.sleep(Duration.ofHours(1));
                    }
                    return trial.id().number();
                });
        assertThat(best.value()).isEqualTo(1);
        assertThat(best.trial().id()).isEqualTo(new TrialId(1));
    }

    @Test
    @Timeout(30)
    void whatTakesLongerThanItsTimeoutFails() {
        Optimum best = Optimizer.minimise(SPACE)
                .trials(5)
                .timeout(Duration.ofMillis(200))
                .run(trial -> {
                    if (trial.id().number() == 1) {
                        Thread.sleep(Duration.ofHours(1));
                    }
                    return trial.id().number();
                });
        assertThat(best.value()).isEqualTo(2);
    }

    @Test
    @Timeout(30)
    void aSearchEndsAtItsTargetOrWithoutProgress() {
        Optimum hit = Optimizer.minimise(SPACE)
                .target(40)
                .run(trial -> 100 - trial.id().number());
        assertThat(hit.value()).isBetween(30.0, 40.0);
        var asked = new AtomicInteger();
        Optimizer.minimise(SPACE).stagnation(20).run(_ -> asked.incrementAndGet());
        assertThat(asked.get()).isBetween(21, 30);
    }

    @Test
    void otherStrategiesAndLimitsAreTaken() {
        var small = SearchSpace.of(choices("a", true, false), integer("b", 1, 3));
        var asked = new ConcurrentHashMap<Configuration, Integer>();
        Optimum best = Optimizer.maximise(small)
                .strategy(new GridSearch(small.grid()))
                .budget(Budget.NONE)
                .time(Duration.ofMinutes(1))
                .run(trial -> asked.merge(trial.configuration(), 1, Integer::sum)
                        * trial.configuration().whole("b")
                        * (trial.configuration().flag("a") ? 2 : 1));
        assertThat(asked).hasSize(6);
        assertThat(best.value()).isEqualTo(6);
    }

    @Test
    void aLoopOfOnesOwnFindsTheSame() throws InterruptedException {
        Optimizer search = Optimizer.minimise(SPACE).trials(60).seed(3);
        try (AskTell own = search.open()) {
            for (var trial = own.ask(); trial.isPresent(); trial = own.ask()) {
                own.tell(trial.get(), loss(trial.get()));
            }
            assertThat(own.best()).contains(search.run(OptimizerTest::loss));
        }
    }

    @Test
    void theOrderOfTellingChangesNothing() throws InterruptedException {
        assertThat(shuffled(1)).isEqualTo(shuffled(2)).hasSize(40);
    }

    /// The trials of a search that is told its values in random order, all that can be asked at once.
    private static List<Trial> shuffled(int seed) throws InterruptedException {
        var random = new Random(seed);
        var asked = new ArrayList<Trial>();
        var untold = new ArrayList<Trial>();
        try (AskTell search = Optimizer.minimise(SPACE).trials(40).open()) {
            while (!search.isOver()) {
                search.tryAsk()
                        .ifPresentOrElse(
                                trial -> {
                                    asked.add(trial);
                                    untold.add(trial);
                                },
                                () -> {
                                    if (!untold.isEmpty()) {
                                        tell(untold.remove(random.nextInt(untold.size())), search);
                                    }
                                });
            }
        }
        return asked;
    }

    private static void tell(Trial trial, AskTell search) {
        if (trial.id().number() % 5 == 0) {
            search.fail(trial, "every fifth");
        } else {
            search.tell(trial, trial.id().number() % 7 == 0 ? Double.NaN : loss(trial));
        }
    }

    @Test
    void severalThreadsMayAskAndTell() throws InterruptedException {
        Optimizer plan = Optimizer.minimise(SPACE).trials(60).seed(3);
        try (AskTell search = plan.open()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (var trial = search.ask(); trial.isPresent(); trial = search.ask()) {
                            search.tell(trial.get(), loss(trial.get()));
                        }
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(search.best()).contains(plan.run(OptimizerTest::loss));
        }
    }

    @Test
    void nothingIsToldTwice() throws InterruptedException {
        try (AskTell search = Optimizer.minimise(SPACE).trials(40).open()) {
            Trial trial = search.ask().orElseThrow();
            search.tell(trial, 1);
            assertThatThrownBy(() -> search.tell(trial, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("trial 1 was not asked for, or has been told before");
            assertThatThrownBy(() -> search.fail(trial, "no")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void closingEndsTheSearch() throws InterruptedException {
        AskTell search = Optimizer.minimise(SPACE).trials(40).open();
        search.ask();
        search.close();
        assertThat(search.ask()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("ask-tell"));
    }

    @Test
    void asksOfOneThreadWaitForValuesThatAnotherTells() throws Exception {
        try (AskTell search = Optimizer.minimise(SPACE).trials(40).open()) {
            var first = new ArrayList<Trial>();
            for (var trial = search.tryAsk(); trial.isPresent(); trial = search.tryAsk()) {
                first.add(trial.get());
            }
            assertThat(first).hasSize(10);
            var asking = CompletableFuture.supplyAsync(() -> {
                try {
                    return search.ask();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(asking).isNotDone();
            first.forEach(trial -> tell(trial, search));
            assertThat(asking.get())
                    .hasValueSatisfying(trial -> assertThat(trial.id()).isEqualTo(new TrialId(11)));
        }
    }

    @Test
    void aThreadMayHandTrialsToOthersThatTell() throws Exception {
        try (AskTell search = Optimizer.minimise(SPACE).trials(40).open();
                var pool = Executors.newFixedThreadPool(2)) {
            int asked = 0;
            for (var trial = search.ask(); trial.isPresent(); trial = search.ask()) {
                Trial handed = trial.get();
                asked++;
                var _ = pool.submit(() -> tell(handed, search));
            }
            assertThat(asked).isEqualTo(40);
        }
    }
}
