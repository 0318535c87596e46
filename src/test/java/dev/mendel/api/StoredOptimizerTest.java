package dev.mendel.api;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.grid.GridSearch;
import dev.mendel.search.random.RandomSearch;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoreException;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoredOptimizerTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(real("x", -2, 2), integer("layers", 1, 9), choices("kind", "plain", "deep"));

    @TempDir
    Path folder;

    private final List<Trial> evaluated = Collections.synchronizedList(new ArrayList<>());

    private static double loss(Trial trial) {
        double bend = trial.choice("kind").equals("deep") ? 0 : 1;
        return Math.pow(trial.real("x") - 1, 2) + Math.abs(trial.integer("layers") - 4) + bend;
    }

    private double noted(Trial trial) {
        evaluated.add(trial);
        return loss(trial);
    }

    private Path store() {
        return folder.resolve("runs/valley");
    }

    private static Optimizer search() {
        return Optimizer.minimise(SPACE).trials(60).seed(3);
    }

    @Test
    void aStoredSearchFindsWhatOneInMemoryDoes() {
        Optimum best = search().store(store()).run(this::noted);
        assertThat(best).isEqualTo(search().run(StoredOptimizerTest::loss));
        assertThat(evaluated).hasSize(60);
    }

    @Test
    void rulesAreKeptWithTheRun() {
        SearchSpace ruled = SPACE.where("layers - x > 3").forbid(Map.of("kind", "deep", "layers", List.of(4, 5)));
        Optimizer stored = Optimizer.minimise(ruled).trials(20).seed(3).store(store());
        Optimum best = stored.run(this::noted);
        assertThat(evaluated).hasSize(20).allMatch(trial -> ruled.allows(trial.configuration()));
        assertThat(stored.run(this::noted)).isEqualTo(best);
        assertThat(evaluated).hasSize(20);
        assertThatThrownBy(() -> search().store(store()).run(this::noted)).hasMessageContaining("it has another space");
    }

    @Test
    void aProgramThatIsStartedAgainEvaluatesNothingTwice() {
        Optimum best = search().store(store()).run(this::noted);
        Optimum again = search().store(store()).run(trial -> {
            throw new AssertionError("evaluated again: " + trial);
        });
        assertThat(again).isEqualTo(best);
    }

    @Test
    void aStoppedSearchGoesOnToWhatItWouldHaveComeTo() {
        var stopped = new AtomicInteger();
        Optimizer stored = search().store(store());
        Thread.currentThread().interrupt();
        try {
            stored.run(this::noted);
        } catch (NoValueException e) {
            // it has not come to evaluate anything
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(evaluated).hasSizeLessThan(60);
        Optimum half = stored.listener(new SearchListener() {
                    @Override
                    public void finished(Trial trial, Outcome outcome) {
                        if (stopped.incrementAndGet() == 20) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .run(this::noted);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(half.value()).isNotNaN();
        int before = Run.in(store()).trials().size();
        assertThat(before).isBetween(20, 59);
        Optimum whole = stored.run(this::noted);
        assertThat(whole).isEqualTo(search().run(StoredOptimizerTest::loss));
        assertThat(evaluated.stream().map(Trial::configuration).distinct()).hasSize(60);
    }

    @Test
    void aKilledProgramLosesNothingItHasTold() throws Exception {
        Path log = folder.resolve("log.txt");
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        Slow.class.getName(),
                        store().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (child.isAlive() && (!Files.exists(store().resolve("run.db")) || finished() < 12)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        int kept = finished();
        assertThat(kept).as(Files.readString(log)).isBetween(12, 59);
        Optimum best = search().store(store()).run(this::noted);
        assertThat(best).isEqualTo(search().run(StoredOptimizerTest::loss));
        assertThat(evaluated).hasSize(60 - kept);
    }

    private int finished() {
        try {
            return (int) Run.in(store()).trials().stream()
                    .filter(trial -> trial.value().isPresent())
                    .count();
        } catch (StoreException e) {
            return 0; // not made yet
        }
    }

    /// A program to be killed.
    static final class Slow {
        private Slow() {}

        public static void main(String[] arguments) {
            search().store(Path.of(arguments[0])).run(trial -> {
                TimeUnit.MILLISECONDS.sleep(150);
                return loss(trial);
            });
        }
    }

    @Test
    void otherLimitsGoOn() {
        search().trials(20).store(store()).run(this::noted);
        Optimum more = search().trials(60).store(store()).run(this::noted);
        assertThat(more).isEqualTo(search().run(StoredOptimizerTest::loss));
        assertThat(evaluated).hasSize(60);
    }

    @Test
    void anotherSearchIsRefusedWithTheDifference() {
        search().store(store()).run(this::noted);
        assertRefused(search().seed(4), "its seed is 3, and this one's is 4");
        assertRefused(
                Optimizer.maximise(SPACE).seed(3),
                "minimized, of 1 value, and this one's is a function of a Java" + " program, maximized, of 1 value");
        assertRefused(Optimizer.minimise(SearchSpace.of(real("x", 0, 1))).seed(3), "it has another space");
        assertRefused(search().strategy(new RandomSearch(20)), "its strategy is genetic, and this one's is random");
        assertRefused(search().repeats(2), "of 2 values");
    }

    private void assertRefused(Optimizer other, String why) {
        assertThatThrownBy(() -> other.store(store()).run(StoredOptimizerTest::loss))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(store().toString())
                .hasMessageContaining(why)
                .hasMessageContaining("hoose another directory");
    }

    @Test
    void gridsAndRandomSearchesAreKeptToo() {
        SearchSpace grid =
                SearchSpace.of(Hyperparameter.ordered("layers", 1, 2, 3, 4), choices("kind", "plain", "deep"));
        for (SearchStrategy strategy : List.of(
                new GridSearch(grid.grid()),
                new GridSearch(List.of(grid.grid().iterator().next())),
                new RandomSearch(5))) {
            Optimizer search = Optimizer.maximise(grid).strategy(strategy);
            Path store = folder.resolve(strategy.getClass().getSimpleName() + evaluated.size());
            Optimum best = search.store(store).run(trial -> {
                evaluated.add(trial);
                return trial.integer("layers");
            });
            assertThat(best).isEqualTo(search.run(trial -> trial.integer("layers")));
            assertThat(search.store(store).run(_ -> Double.NaN)).isEqualTo(best);
        }
        assertThat(evaluated).hasSize(8 + 1 + 5);
    }

    @Test
    void whatCannotBeKeptIsSaid() throws IOException {
        SearchStrategy own = _ -> Ending.COMPLETE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search().strategy(own).store(store()).run(this::noted))
                .withMessageContaining("store: keeps genetic, grid and random searches, not ");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.createFile(full.resolve("Main.java"));
        assertThatThrownBy(() -> search().store(full).run(this::noted))
                .isInstanceOf(StoreException.class)
                .hasMessage(full + ": holds no run, but Main.java; choose a new or empty directory");
        assertThatThrownBy(() -> Run.in(full))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no run");
        assertThat(evaluated).isEmpty();
    }

    @Test
    void whatAKillLeftOfMakingARunIsNoObstacle() throws IOException {
        Files.createDirectories(store());
        Files.writeString(store().resolve("experiment.yaml"), "half");
        Files.createFile(store().resolve("run.db"));
        assertThat(search().store(store()).run(this::noted).value()).isNotNaN();
        assertThat(evaluated).hasSize(60);
    }

    @Test
    void aRunTellsItsTrials() {
        Optimum best = search().store(store()).repeats(2).run(trial -> {
            if (trial.integer("layers") == 9) {
                throw new IOException("too deep");
            }
            return loss(trial);
        });
        Run run = Run.in(store());
        assertThat(run.isActive()).isFalse();
        assertThat(run.best()).contains(best);
        assertThat(run.best(3)).hasSize(3).first().isEqualTo(best);
        assertThat(run.trials()).hasSize(60).allSatisfy(tried -> {
            boolean failed = tried.trial().integer("layers") == 9;
            assertThat(tried.failure())
                    .isEqualTo(failed ? Optional.of("java.io.IOException: too deep") : Optional.empty());
            assertThat(tried.value().isPresent()).isNotEqualTo(failed);
            assertThat(tried.values()).hasSize(failed ? 0 : 2);
            tried.value().ifPresent(value -> assertThat(value).isEqualTo(loss(tried.trial())));
        });
        assertThat(run.report()).isEqualTo(store().resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void listenersAreToldOfEachTrial() {
        var told = new ArrayList<Configuration>();
        Optimizer listened = search().listener(new SearchListener() {
            @Override
            public void finished(Trial trial, Outcome outcome) {
                told.add(trial.configuration());
            }
        });
        listened.run(StoredOptimizerTest::loss);
        listened.store(store()).run(StoredOptimizerTest::loss);
        assertThat(told).hasSize(120);
        assertThat(told.subList(0, 60)).isEqualTo(told.subList(60, 120));
    }

    @Test
    void askAndTellGoesOnWithWhatWasNotTold() throws InterruptedException {
        Optimizer stored = search().store(store());
        var told = new ArrayList<Trial>();
        List<Trial> lost = new ArrayList<>();
        try (AskTell loop = stored.open()) {
            for (int i = 0; i < 10; i++) {
                lost.add(loop.ask().orElseThrow());
            }
            // the last first: what is told is kept, in whatever order
            for (Trial trial : lost.subList(5, 10).reversed()) {
                loop.tell(trial, loss(trial));
                told.add(trial);
            }
            while (finished() < 5) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        lost.removeAll(told);
        try (AskTell loop = stored.open()) {
            assertThat(loop.best().orElseThrow().value())
                    .isEqualTo(told.stream()
                            .mapToDouble(StoredOptimizerTest::loss)
                            .min()
                            .orElseThrow());
            for (Optional<Trial> next = loop.ask(); next.isPresent(); next = loop.ask()) {
                loop.tell(next.get(), loss(next.get()));
                told.add(next.get());
            }
            assertThat(loop.best()).contains(search().run(StoredOptimizerTest::loss));
        }
        assertThat(told).containsAll(lost).doesNotHaveDuplicates().hasSize(60);
    }
}
