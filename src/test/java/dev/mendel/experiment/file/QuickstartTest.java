package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.Experiment;
import dev.mendel.run.RunSession;
import dev.mendel.run.SessionOpening;
import dev.mendel.run.SessionSettings;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchObserver;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import dev.mendel.training.PairObjective;
import dev.mendel.training.network.Engine;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.FoldRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise of the first page, on the first page's experiment: real digits and real networks, with fewer
/// pairs and epochs.
@Tag("training")
class QuickstartTest {
    private static final List<String> SMALLER =
            List.of("objective.digit-pairs.pairs=40", "objective.digit-pairs.epochs=1");

    private static List<String> uninterrupted = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void runOnceOnOneWorker(@TempDir Path folder) throws Exception {
        uninterrupted = tables(run(folder, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void workersChangeNothing(int workers) throws Exception {
        assertThat(tables(run(folder.resolve("many"), workers))).isEqualTo(uninterrupted);
    }

    @Test
    void recordAndLogSayHowProductsAreMade() throws Exception {
        RunDirectory directory = run(folder, 1);
        try (StoredRun run = StoredRun.open(directory)) {
            assertThat(run.manifest().provenance()).containsEntry("products", PairObjective.products(Engine.BLOCKS));
        }
        assertThat(directory.path().resolve("mendel.log"))
                .content()
                .contains("products: " + PairObjective.products(Engine.BLOCKS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRunStoppedAfterAGenerationAndResumedIsTheUninterruptedOne(int generation) throws Exception {
        RunDirectory directory = stopped(new Stopper(generation, Integer.MAX_VALUE));
        resume(directory);
        assertThat(tables(directory)).isEqualTo(uninterrupted);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 31})
    void aRunStoppedWithinAGenerationAndResumedIsTheUninterruptedOne(int folds) throws Exception {
        RunDirectory directory = stopped(new Stopper(Integer.MAX_VALUE, folds));
        resume(directory);
        assertThat(tables(directory)).isEqualTo(uninterrupted);
    }

    @Test
    void theBestIsTestedOnPairsThatNoSearchHasSeen() throws Exception {
        try (RunSession session = begin(folder, 2)) {
            session.search(SearchObserver.NONE);
            var found = session.conclude().orElseThrow();
            FoldResult test = Objects.requireNonNull(found.test());
            assertThat(found.evaluation().outcome().score()).isPresent();
            assertThat(session.best().orElseThrow().test())
                    .returns(test.score(), FoldResult::score)
                    .returns(test.measures(), FoldResult::measures);
        }
    }

    /// Stops a session when something has been reached.
    private static final class Stopper implements SearchListener {
        private final int lastGeneration;
        private final int lastFold;
        private int folds;
        private Runnable stopping = () -> {};

        Stopper(int lastGeneration, int lastFold) {
            this.lastGeneration = lastGeneration;
            this.lastFold = lastFold;
        }

        @Override
        public void foldFinished(FoldRun run) {
            folds++;
            if (folds == lastFold) {
                stopping.run();
            }
        }

        @Override
        public void generationFinished(Generation generation, GenerationSummary summary) {
            if (generation.number() == lastGeneration) {
                stopping.run();
            }
        }
    }

    private RunDirectory stopped(Stopper stopper) throws Exception {
        try (RunSession session = begin(folder.resolve("stopped"), 2)) {
            stopper.stopping = session::stop;
            assertThat(session.search(stopper)).isEqualTo(Ending.STOPPED);
            return session.directory();
        }
    }

    private void resume(RunDirectory directory) throws Exception {
        var means = new SessionSettings(folder, 3, null);
        try (RunSession session = SessionOpening.resume(directory, null, means)) {
            assertThat(session.search(SearchObserver.NONE)).isEqualTo(Ending.COMPLETE);
        }
    }

    private static RunDirectory run(Path output, int workers) throws Exception {
        try (RunSession session = begin(output, workers)) {
            assertThat(session.search(SearchObserver.NONE)).isEqualTo(Ending.COMPLETE);
            return session.directory();
        }
    }

    private static RunSession begin(Path output, int workers) throws Exception {
        Experiment experiment = ExperimentFile.read(Path.of("experiments/quickstart.yaml"), SMALLER);
        return SessionOpening.begin(
                experiment, RunKind.EVOLUTION, new Seed(1), new SessionSettings(output, workers, null));
    }

    /// All that must not depend on workers and interruptions, row by row; times and workers do.
    private static List<String> tables(RunDirectory directory) throws Exception {
        var rows = new ArrayList<String>();
        String database = "jdbc:sqlite:" + directory.path().resolve("run.db");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select id, generation, configuration, seed, state, score, failed_fold, reason from trials",
                    "select trial, fold, score, measures from folds",
                    "select * from epochs",
                    "select * from individuals",
                    "select number, population, best, mean, spread, diversity, trained, remembered, failed"
                            + " from generations")) {
                try (ResultSet row = statement.executeQuery(query + " order by 1, 2, 3")) {
                    while (row.next()) {
                        rows.add(text(row));
                    }
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(100);
        return rows;
    }

    private static String text(ResultSet row) throws Exception {
        var text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getString(i)).append('|');
        }
        return text.toString();
    }
}
