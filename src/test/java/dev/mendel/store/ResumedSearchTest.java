package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.trial.Ending;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A search that was interrupted and gone on with leaves what it would have left without the interruption.
@Timeout(60)
class ResumedSearchTest {
    private static final Budget BUDGET = Budget.NONE.withGenerations(6);

    private final Path output;

    ResumedSearchTest(@TempDir Path output) {
        this.output = output;
    }

    private RunDirectory directory() {
        return RunDirectory.create(output, "bowl", "genetic", 12, Instant.EPOCH);
    }

    private RunTables uninterrupted(StoredSearch search, Budget budget) throws SQLException {
        RunDirectory directory = directory();
        search.begin(directory, budget);
        return RunTables.of(directory);
    }

    private RunTables uninterrupted() throws SQLException {
        RunTables tables = uninterrupted(StoredSearch.of(1), BUDGET);
        assertThat(tables.trials())
                .hasSize(10 + 6 * 4)
                .anyMatch(row -> row.contains("failed"))
                .anyMatch(row -> row.contains("finished"));
        assertThat(tables.generations()).hasSize(7);
        return tables;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void moreWorkersLeaveTheSame(int workers) throws SQLException {
        assertThat(uninterrupted(new StoredSearch(workers, 3, EvolutionSettings.defaults()), BUDGET))
                .isEqualTo(uninterrupted());
    }

    @Test
    void goesOnAfterAnyGeneration() throws SQLException {
        RunTables expected = uninterrupted();
        for (int generation = 0; generation <= 6; generation++) {
            RunDirectory directory = directory();
            assertThat(StoredSearch.of(1).begin(directory, BUDGET.withGenerations(generation)))
                    .isEqualTo(Ending.COMPLETE);
            assertThat(StoredSearch.of(2).resume(directory, BUDGET)).isEqualTo(Ending.COMPLETE);
            assertThat(RunTables.of(directory))
                    .as("after generation %d", generation)
                    .isEqualTo(expected);
        }
    }

    @Test
    void goesOnAfterEveryGenerationOneByOne() throws SQLException {
        RunDirectory directory = directory();
        StoredSearch.of(1).begin(directory, BUDGET.withGenerations(0));
        for (int generation = 1; generation <= 6; generation++) {
            StoredSearch.of(1).resume(directory, BUDGET.withGenerations(generation));
        }
        assertThat(RunTables.of(directory)).isEqualTo(uninterrupted());
    }

    @Test
    void goesOnAfterAStopInTheMiddleOfAnyGeneration() throws SQLException {
        RunTables expected = uninterrupted();
        int stopped = 0;
        for (int folds = 1; folds < 100; folds += 7) {
            RunDirectory directory = directory();
            if (StoredSearch.of(2).begin(directory, BUDGET, folds) == Ending.STOPPED) {
                stopped++;
            }
            assertThat(StoredSearch.of(2).resume(directory, BUDGET)).isEqualTo(Ending.COMPLETE);
            assertThat(RunTables.of(directory)).as("after %d folds", folds).isEqualTo(expected);
        }
        assertThat(stopped).isGreaterThan(9);
    }

    @Test
    void goesOnAfterManyStops() throws SQLException {
        RunDirectory directory = directory();
        StoredSearch.create(directory);
        int sessions = 1;
        while (StoredSearch.of(1 + sessions % 3).resume(directory, BUDGET, 4) == Ending.STOPPED) {
            sessions++;
        }
        assertThat(sessions).isGreaterThan(10);
        assertThat(RunTables.of(directory)).isEqualTo(uninterrupted());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10, 12, 25})
    void goesOnWithALargerLimitOnTrials(long trials) throws SQLException {
        RunDirectory directory = directory();
        assertThat(StoredSearch.of(2).begin(directory, BUDGET.withTrials(trials)))
                .isEqualTo(Ending.TRIALS);
        assertThat(RunTables.of(directory).trials()).hasSize((int) trials);
        assertThat(StoredSearch.of(2).resume(directory, BUDGET)).isEqualTo(Ending.COMPLETE);
        assertThat(RunTables.of(directory)).isEqualTo(uninterrupted());
    }

    @Test
    void goesOnAmongTwins() throws SQLException {
        var mentha = new StoredSearch(
                1,
                0,
                new EvolutionSettings(
                        10,
                        6,
                        0,
                        1,
                        1,
                        0,
                        0.2,
                        0,
                        Duplicates.KEEP,
                        new Diversity(0.75, Scaling.ABSOLUTE),
                        Screening.NONE));
        RunTables expected = uninterrupted(mentha, BUDGET.withGenerations(12));
        assertThat(expected.individuals()).hasSizeGreaterThan(expected.trials().size());
        for (int generation = 0; generation < 12; generation += 2) {
            RunDirectory directory = directory();
            mentha.begin(directory, BUDGET.withGenerations(generation));
            mentha.resume(directory, BUDGET.withGenerations(12));
            assertThat(RunTables.of(directory))
                    .as("after generation %d", generation)
                    .isEqualTo(expected);
        }
    }
}
