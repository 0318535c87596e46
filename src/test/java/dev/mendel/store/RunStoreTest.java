package dev.mendel.store;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.Individual;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.KnownTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00.123456Z");
    private static final Seed EXPERIMENT = new Seed(-3);
    private static final Manifest MANIFEST = new Manifest(
            "mentha-ga",
            "experiment: mentha-ga\nseed: 1 # «…»\n",
            RunKind.EVOLUTION,
            new Seed(-9_000_000_000_000_000_001L),
            NOW,
            "sha256:00ff",
            Map.of("java", "25", "cpu", "two cores"));

    private final RunDirectory directory;
    private RunStore store;
    private final StoredRun run;

    RunStoreTest(@TempDir Path output) {
        directory = RunDirectory.create(output, "mentha-ga", "genetic", 1, NOW);
        store = RunStore.create(directory, MANIFEST, null, 2, NOW);
        run = StoredRun.open(directory);
    }

    @AfterEach
    void close() {
        run.close();
        store.close();
    }

    /// Every kind of value, hard ones among them.
    private static Configuration configuration(long number) {
        var values = new LinkedHashMap<String, Value>();
        values.put("word", word("\"a\\b\"\n é 日 \uD83E\uDDEC"));
        values.put("number", whole(number));
        values.put("long", whole(Long.MIN_VALUE));
        values.put("rate", real(1.23456e-7));
        values.put("round", real(100_000_000));
        values.put("third", real(1.0 / 3));
        values.put("flag", new Value.Flag(true));
        return new Configuration(values);
    }

    private static Trial trial(long number) {
        return Trial.of(new TrialId(number), configuration(number), EXPERIMENT);
    }

    private static FoldResult result(double score) {
        var measures = new LinkedHashMap<String, Double>();
        measures.put("right digit accuracy", 1.0 / 3);
        measures.put("left digit accuracy", 1e-17);
        return new FoldResult(new Score(score), measures, List.of(), Duration.ofNanos(1_234_567_891L));
    }

    private static FoldRun fold(long trial, int fold, double score) {
        return new FoldRun(trial(trial), fold, result(score), 1, NOW);
    }

    /// Writes a trial with its folds from beginning to end.
    private Evaluation finished(long number, int generation, double... scores) {
        store.asked(generation, List.of(trial(number)));
        var folds = new ArrayList<FoldResult>();
        for (double score : scores) {
            store.foldFinished(fold(number, folds.size(), score));
            folds.add(result(score));
        }
        var outcome = new Outcome.Finished(folds);
        store.finished(trial(number), outcome);
        return new Evaluation(trial(number), generation, outcome);
    }

    private Evaluation failed(long number, int generation) {
        store.asked(generation, List.of(trial(number)));
        var outcome = new Outcome.Failed(0, "the loss is not finite: \"NaN\"", Duration.ofMillis(250));
        store.finished(trial(number), outcome);
        return new Evaluation(trial(number), generation, outcome);
    }

    private void reopen() {
        store.close();
        store = RunStore.open(directory).begin(4, NOW);
    }

    @Nested
    class TheManifest {
        @Test
        void isReadBackEqual() {
            assertThat(run.manifest()).isEqualTo(MANIFEST);
        }

        @Test
        void changesInNothingButTheTextThatIsRewritten() {
            store.rewrite("experiment: mentha-ga\nbudget: {trials: 9}\n");
            assertThat(run.manifest())
                    .isEqualTo(new Manifest(
                            MANIFEST.experiment(),
                            "experiment: mentha-ga\nbudget: {trials: 9}\n",
                            MANIFEST.kind(),
                            MANIFEST.seed(),
                            MANIFEST.created(),
                            MANIFEST.dataHash(),
                            MANIFEST.provenance()));
        }
    }

    @Nested
    class Trials {
        @Test
        void areReadBackEqual() {
            Evaluation first = finished(1, 0, 0.1, 0.2);
            Evaluation second = failed(2, 3);
            store.caughtUp();
            KnownTrials known = run.known(EXPERIMENT);
            assertThat(known.find(configuration(1))).contains(first);
            assertThat(known.find(configuration(2))).contains(second);
            assertThat(known.size()).isEqualTo(2);
        }

        @Test
        void keepTheOrderOfTheirMeasures() {
            finished(1, 0, 0.1);
            store.caughtUp();
            assertThat(run.best(1).getFirst().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Finished.class,
                            outcome -> assertThat(outcome.folds().getFirst().measures())
                                    .containsExactly(
                                            Map.entry("right digit accuracy", 1.0 / 3),
                                            Map.entry("left digit accuracy", 1e-17)));
        }

        @Test
        void keepTheOrderOfTheirConfiguration() {
            finished(1, 0, 0.1);
            store.caughtUp();
            assertThat(run.best(1).getFirst().trial().configuration().json())
                    .isEqualTo(configuration(1).json());
        }

        @Test
        void areNotYetDurableBeforeTheStoreCaughtUp() {
            finished(1, 0, 0.1);
            assertThat(run.status().finished()).isZero();
            store.caughtUp();
            assertThat(run.status().finished()).isEqualTo(1);
        }

        @Test
        void leaveNoFoldsAfterTheFirstFailingOne() throws SQLException {
            var epochs = List.of(new FoldResult.Epoch(1, 0.5));
            store.asked(0, List.of(trial(1)));
            for (int fold : new int[] {2, 0, 3}) {
                var result = new FoldResult(new Score(1), Map.of(), epochs, Duration.ZERO);
                store.foldFinished(new FoldRun(trial(1), fold, result, 1, NOW));
            }
            store.finished(trial(1), new Outcome.Failed(1, "diverged", Duration.ZERO));
            store.caughtUp();
            assertThat(RunTables.of(directory).folds()).containsExactly("1 | 0 | 1.0 | {}");
            assertThat(RunTables.of(directory).epochs()).containsExactly("1 | 0 | 1 | 0.5 | {}");
        }

        @Test
        void countTheTimeOfAFailingFold() {
            store.asked(0, List.of(trial(1)));
            var result = new FoldResult(new Score(1), Map.of(), List.of(), Duration.ofSeconds(2));
            store.foldFinished(new FoldRun(trial(1), 0, result, 1, NOW));
            store.finished(trial(1), new Outcome.Failed(1, "diverged", Duration.ofMillis(500)));
            store.caughtUp();
            assertThat(run.trials()).extracting(StoredTrial::time).containsExactly(Duration.ofMillis(2500));
        }

        @Test
        void ofAVersionThatDidNotTimeFailuresAreReadWithoutIt() throws SQLException {
            failed(1, 0);
            store.close();
            try (var connection = Database.open(directory.database());
                    var statement = connection.createStatement()) {
                statement.execute("drop table failures");
                statement.execute("pragma user_version = 2");
                connection.commit();
            }
            try (StoredRun older = StoredRun.open(directory)) {
                assertThat(older.trials()).extracting(StoredTrial::time).containsExactly(Duration.ZERO);
            }
            store = RunStore.open(directory).begin(4, NOW);
            failed(2, 0);
            store.caughtUp();
            assertThat(run.trials())
                    .extracting(StoredTrial::time)
                    .containsExactly(Duration.ZERO, Duration.ofMillis(250));
        }

        @Test
        void keepWhatEachEpochSays() throws SQLException {
            store.asked(0, List.of(trial(1)));
            var measured = Map.of("accuracy", 0.5);
            var epochs = List.of(new FoldResult.Epoch(1, 0.75, measured), new FoldResult.Epoch(2, Double.NaN));
            store.foldFinished(
                    new FoldRun(trial(1), 0, new FoldResult(new Score(1), Map.of(), epochs, Duration.ZERO), 1, NOW));
            store.caughtUp();
            assertThat(RunTables.of(directory).epochs())
                    .containsExactly("1 | 0 | 1 | 0.75 | {\"accuracy\":0.5}", "1 | 0 | 2 | null | {}");
        }

        @Test
        void areEvaluatedFromWhereTheyWereWhenUnfinished() {
            store.asked(2, List.of(trial(1), trial(2)));
            store.foldFinished(fold(1, 2, 0.25));
            store.foldFinished(fold(1, 0, 0.5));
            reopen();
            var asked = new ArrayList<Trial>();
            var known = run.known(EXPERIMENT);
            assertThat(known.size()).isEqualTo(2);
            assertThat(StoredTrials.evaluated(known, List.of(configuration(2), configuration(1)), asked))
                    .containsExactly(
                            new Evaluation(trial(2), 2, new Outcome.Finished(List.of(ONE, ONE, ONE))),
                            new Evaluation(trial(1), 2, new Outcome.Finished(List.of(result(0.5), ONE, result(0.25)))));
            assertThat(asked).containsExactly(trial(2), trial(2), trial(2), trial(1));
        }

        private static final FoldResult ONE = FoldResult.of(1);
    }

    @Nested
    class TheBest {
        @Test
        void comeFirstAndOfEqualsThoseAskedForFirst() {
            Evaluation low = finished(1, 0, -0.5);
            Evaluation tie = finished(2, 0, 0.75, 0.25);
            failed(3, 0);
            Evaluation high = finished(4, 1, 0.9);
            Evaluation later = finished(5, 1, 0.5);
            store.caughtUp();
            assertThat(run.best(10)).containsExactly(high, tie, later, low);
            assertThat(run.best(2)).containsExactly(high, tie);
        }

        @Test
        void areNoneBeforeATrialHasFinished() {
            assertThat(run.best(3)).isEmpty();
        }
    }

    @Nested
    class Tests {
        @Test
        void areReadBackEqualAndKeptOnceForEachTrial() {
            finished(1, 0, 0.5);
            store.tested(trial(1), result(0.125));
            store.tested(trial(1), result(0.375));
            assertThat(run.test(new TrialId(1))).contains(result(0.375));
            assertThat(run.test(new TrialId(2))).isEmpty();
        }
    }

    @Nested
    class Generations {
        private static Individual individual(Evaluation evaluation, int born) {
            return new Individual(
                    List.of(word("a\"b"), real(1e-7), real(2), whole(-5), new Value.Flag(false)), evaluation, born);
        }

        private static GenerationSummary summary(int number, double best) {
            return new GenerationSummary(number, best, best / 3, 0.1, 0.25, 2, 1, 3);
        }

        @Test
        void areReadBackEqualAlsoWhereAllFailed() {
            var nothing = new GenerationSummary(1, Double.NaN, Double.NaN, Double.NaN, 0, 4, 0, 4);
            Evaluation failed = failed(1, 0);
            store.generationFinished(new Generation(0, List.of(individual(failed, 0))), summary(0, 1.0 / 7));
            store.generationFinished(new Generation(1, List.of(individual(failed, 0))), nothing);
            store.caughtUp();
            assertThat(run.generations()).containsExactly(summary(0, 1.0 / 7), nothing);
        }

        @Test
        void areACheckpointAsSoonAsTheyAreReported() {
            Evaluation first = finished(1, 0, 0.5);
            Evaluation second = failed(2, 0);
            var zero = new Generation(0, List.of(individual(first, 0), individual(second, 0), individual(first, 0)));
            store.generationFinished(zero, summary(0, 0.5));
            Evaluation third = finished(3, 1, 0.75);
            var one = new Generation(1, List.of(individual(first, 0), individual(third, 1)));
            store.generationFinished(one, summary(1, 0.75));
            finished(4, 2, 0.25);
            store.caughtUp();
            assertThat(run.checkpoint()).contains(new Checkpoint(one, List.of(first, second, third)));
        }

        @Test
        void areNoCheckpointBeforeTheFirst() {
            finished(1, 0, 0.5);
            store.caughtUp();
            assertThat(run.checkpoint()).isEmpty();
        }

        @Test
        void keepEachIndividualOnceAlsoOverSessions() throws SQLException {
            Evaluation first = finished(1, 0, 0.5);
            Individual old = individual(first, 0);
            store.generationFinished(new Generation(0, List.of(old, old)), summary(0, 0.5));
            reopen();
            store.generationFinished(new Generation(1, List.of(old, old, individual(first, 1))), summary(1, 0.5));
            store.caughtUp();
            RunTables tables = RunTables.of(directory);
            assertThat(tables.individuals())
                    .extracting(row -> row.substring(0, 9))
                    .containsExactly("1 | 0 | 1", "2 | 0 | 1", "3 | 1 | 1");
            assertThat(tables.generations())
                    .extracting(row -> row.substring(0, 9))
                    .containsExactly("0 | 1,2 |", "1 | 1,2,3");
        }
    }

    @Nested
    class TheStatus {
        @Test
        void countsTrialsByState() {
            finished(1, 0, 0.5);
            finished(2, 0, 0.5);
            failed(3, 0);
            store.asked(1, List.of(trial(4)));
            store.caughtUp();
            RunStatus status = run.status();
            assertThat(status.finished()).isEqualTo(2);
            assertThat(status.failed()).isEqualTo(1);
            assertThat(status.open()).isEqualTo(1);
        }

        @Test
        void knowsTheLastGeneration() {
            assertThat(run.status().generations()).isEqualTo(-1);
            store.generationFinished(new Generation(0, List.of()), Generations.summary(0, 1));
            store.caughtUp();
            assertThat(run.status().generations()).isZero();
        }

        @Test
        void knowsWhyTheLastSessionEnded() {
            assertThat(run.status().ending()).isNull();
            store.ended(Ending.TRIALS);
            assertThat(run.status().ending()).isEqualTo(Ending.TRIALS);
            reopen();
            assertThat(run.status().ending()).isNull();
        }

        @Test
        void knowsWhetherSomebodyIsAtWork() {
            assertThat(run.status().active()).isTrue();
            store.close();
            assertThat(run.status().active()).isFalse();
        }

        @Test
        void addsUpTheTimeOfAllSessions() {
            store.close();
            long before = run.status().elapsed().toMillis();
            var clock = new AtomicLong(-7);
            store = RunStore.open(directory).begin(1, NOW, clock::get);
            clock.addAndGet(100_000_000_000L);
            store.ended(Ending.STOPPED);
            store.close();
            assertThat(run.status().elapsed().toMillis() - before).isEqualTo(100_000);
            store = RunStore.open(directory).begin(1, NOW, clock::get);
            clock.addAndGet(50_000_000_000L);
            assertThat(store.elapsed().toMillis() - before).isEqualTo(150_000);
            store.ended(Ending.STOPPED);
            assertThat(run.status().elapsed().toMillis() - before).isEqualTo(150_000);
        }
    }

    @Nested
    class Readers {
        @Test
        void readWhileTheWriterWrites() throws InterruptedException {
            var failure = new ArrayList<Throwable>();
            var seen = new ArrayList<Long>();
            var looks = new AtomicInteger();
            Thread reader = Thread.ofPlatform().unstarted(() -> {
                try (StoredRun own = StoredRun.open(directory)) {
                    while (seen.isEmpty() || seen.getLast() < 150) {
                        seen.add(own.status().finished());
                        assertThat(own.best(1000).size())
                                .isGreaterThanOrEqualTo(seen.getLast().intValue());
                        assertThat(own.known(EXPERIMENT).size()).isGreaterThanOrEqualTo(seen.getLast());
                        looks.incrementAndGet();
                    }
                }
            });
            reader.setUncaughtExceptionHandler((_, thrown) -> failure.add(thrown));
            reader.start();
            for (int i = 1; i <= 150; i++) {
                finished(i, 0, 0.5, 0.25);
                store.caughtUp();
                // however slow the reader is, it looks a few times while there is more to come
                int before = looks.get();
                while (i % 30 == 0 && looks.get() == before && reader.isAlive()) {
                    Thread.onSpinWait();
                }
            }
            reader.join();
            assertThat(failure).isEmpty();
            assertThat(seen).isSorted().hasSizeGreaterThan(3);
        }
    }

    @Nested
    class AWriteThatFails {
        private void fail() {
            finished(1, 0, 0.5);
            store.caughtUp();
            finished(2, 0, 0.5);
            store.asked(0, List.of(trial(1)));
            assertThatThrownBy(store::caughtUp)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(directory + ": the run's database can't be written: ");
        }

        @Test
        void takesBackWhatWasNotCommitted() {
            fail();
            assertThat(run.status().finished()).isEqualTo(1);
            store.close();
            assertThat(run.trials()).extracting(StoredTrial::trial).containsExactly(trial(1));
        }

        @Test
        void isTheLastOne() {
            fail();
            assertThatThrownBy(() -> finished(3, 0, 0.5)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.ended(Ending.TRIALS)).isInstanceOf(StoreException.class);
            store.close();
            assertThat(run.status().ending()).isNull();
        }

        @Test
        void keepsNoHalfOfAFold() {
            store.asked(0, List.of(trial(1)));
            store.caughtUp();
            var epochs = List.of(new FoldResult.Epoch(1, 0.5), new FoldResult.Epoch(2, 0.25));
            try (Sql other = new Sql(Database.open(directory.database()))) {
                // the second epoch of the fold is there already
                other.update("insert into epochs values (1, 0, 2, 0.5, '{}')");
                other.connection().commit();
                other.connection().close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            var result = new FoldResult(new Score(1), Map.of(), epochs, Duration.ZERO);
            assertThatThrownBy(() -> store.foldFinished(new FoldRun(trial(1), 0, result, 1, NOW)))
                    .isInstanceOf(StoreException.class);
            store.close();
            assertThat(run.trials().getFirst().folds()).isEmpty();
            assertThat(run.trials().getFirst().epochs()).isEqualTo(1);
        }

        @Test
        void canBeResumedFromTheLastCommit() {
            fail();
            reopen();
            finished(2, 0, 0.25);
            store.caughtUp();
            assertThat(run.trials()).hasSize(2);
        }
    }

    @Nested
    class FilesThatAreGone {
        @Test
        void endTheRunAtTheNextCommitWhenRenamed() throws IOException {
            finished(1, 0, 0.5);
            Path renamed = directory.path().resolveSibling("renamed");
            Files.move(directory.path(), renamed);
            assertThatThrownBy(store::caughtUp)
                    .isInstanceOf(StoreException.class)
                    .hasMessage(directory + ": the run's files were deleted, renamed or replaced while it was at work;"
                            + " it ends here");
            Files.move(renamed, directory.path());
        }

        @Test
        void endTheRunAtTheNextCommitWhenReplaced() throws IOException {
            finished(1, 0, 0.5);
            byte[] bytes = Files.readAllBytes(directory.database());
            Path copy = Files.write(directory.path().resolve("copy"), bytes);
            Files.move(copy, directory.database(), StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(store::caughtUp)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("deleted, renamed or replaced");
        }
    }

    @Nested
    class AnotherProgramThatLocksTheDatabase {
        @Test
        void costsWaitingAndALineThatSaysSo() throws Exception {
            var notices = new CopyOnWriteArrayList<String>();
            store.tell(notices::add);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.database());
                    var statement = other.createStatement()) {
                statement.execute("begin immediate");
                Thread release = Thread.ofPlatform().start(() -> {
                    // not before the wait was told
                    while (notices.isEmpty()) {
                        Thread.onSpinWait();
                    }
                    try {
                        statement.execute("rollback");
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                });
                finished(1, 0, 0.5);
                store.caughtUp();
                release.join();
            }
            assertThat(run.status().finished()).isEqualTo(1);
            assertThat(notices)
                    .containsExactly(
                            "waiting: another program has locked the run's database",
                            "the run's database is free again");
        }
    }
}
