package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentsTest {
    private static final Budget SOME = Budget.NONE.withGenerations(6);

    private final RunDirectory directory;

    ParentsTest(@TempDir Path output) {
        directory = RunDirectory.create(output, "bowl", "genetic", 1, Instant.EPOCH);
    }

    @Test
    void parentsLivedInTheGenerationBefore() {
        StoredSearch.of(2).begin(directory, SOME);
        try (StoredRun run = StoredRun.open(directory)) {
            List<StoredIndividual> births = run.individuals();
            List<List<Long>> members = run.members();
            assertThat(births)
                    .filteredOn(birth -> birth.born() == 0)
                    .allSatisfy(birth -> assertThat(birth.parents()).isEmpty());
            assertThat(births).anySatisfy(birth -> assertThat(birth.parents()).hasSize(2));
            for (StoredIndividual birth : births) {
                assertThat(birth.parents())
                        .allSatisfy(parent ->
                                assertThat(members.get(birth.born() - 1)).contains(parent));
            }
        }
    }

    @Test
    void parentsAfterAnInterruptionAreThoseWithoutOne(@TempDir Path other) throws SQLException {
        RunDirectory uninterrupted = RunDirectory.create(other, "bowl", "genetic", 1, Instant.EPOCH);
        StoredSearch.of(1).begin(uninterrupted, SOME);
        StoredSearch.of(2).begin(directory, SOME, 40);
        StoredSearch.of(2).resume(directory, SOME);
        assertThat(RunTables.of(directory).parents())
                .isNotEmpty()
                .isEqualTo(RunTables.of(uninterrupted).parents());
    }

    @Test
    void runOfAVersionThatKeptNoParentsIsReadAndGoneOnWith() throws SQLException {
        StoredSearch.of(1).begin(directory, Budget.NONE.withGenerations(2));
        try (var connection = Database.open(directory.database());
                var statement = connection.createStatement()) {
            statement.execute("drop table parents");
            statement.execute("pragma user_version = 2");
            connection.commit();
        }
        try (StoredRun run = StoredRun.open(directory)) {
            assertThat(run.individuals())
                    .isNotEmpty()
                    .allSatisfy(birth -> assertThat(birth.parents()).isEmpty());
        }
        StoredSearch.of(1).resume(directory, SOME);
        try (StoredRun run = StoredRun.open(directory)) {
            assertThat(run.individuals())
                    .anySatisfy(birth -> assertThat(birth.parents()).isNotEmpty());
        }
    }
}
