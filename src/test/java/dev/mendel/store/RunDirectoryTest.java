package dev.mendel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.search.RunKind;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final Path output;

    RunDirectoryTest(@TempDir Path directory) {
        output = directory.resolve("output");
    }

    private RunDirectory create(String experiment, Instant now) {
        return RunDirectory.create(output, experiment, "genetic", 7, now);
    }

    /// A directory that holds a run.
    private RunDirectory run(String experiment, Instant now) {
        RunDirectory directory = create(experiment, now);
        var manifest = new Manifest(experiment, "", RunKind.EVOLUTION, new Seed(7), now, "", Map.of());
        RunStore.create(directory, manifest, null, 1, now).close();
        return directory;
    }

    @Nested
    class Creation {
        @Test
        void namesTheExperimentTheStrategyTheSeedAndTheTime() {
            RunDirectory directory = create("mentha-ga", Instant.parse("2026-07-01T23:59:58.999Z"));
            assertThat(directory.name()).isEqualTo("mentha-ga-genetic-7-20260701-235958");
            assertThat(directory.path()).isEmptyDirectory().hasParent(output);
        }

        @Test
        void givesTwoRunsOfTheSameSecondTwoDirectories() {
            assertThat(create("bowl", NOON)).isNotEqualTo(create("bowl", NOON.plusMillis(10)));
            assertThat(create("bowl", NOON).name()).isEqualTo("bowl-genetic-7-20260701-120000-3");
        }

        @Test
        void saysWhereNoDirectoryCanBeMade() throws IOException {
            Files.writeString(output, "a file");
            assertThatThrownBy(() -> create("bowl", NOON))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(output + ": no run directory can be made there: ");
        }
    }

    @Nested
    class Finding {
        @Test
        void takesAPath() {
            RunDirectory run = run("bowl", NOON);
            Path elsewhere = output.resolve("elsewhere");
            assertThat(RunDirectory.find(elsewhere, run.path().toString())).isEqualTo(run);
        }

        @Test
        void takesAPathWithASlashBehind() {
            RunDirectory run = run("bowl", NOON);
            assertThat(RunDirectory.find(output, run.path() + "/").name()).isEqualTo(run.name());
        }

        @Test
        void takesANameEvenIfAnotherBeginsSo() {
            RunDirectory run = run("bowl", NOON);
            run("bowl", NOON);
            assertThat(RunDirectory.find(output, run.name())).isEqualTo(run);
        }

        @Test
        void takesTheBeginningOfOneName() {
            RunDirectory bowl = run("bowl", NOON);
            run("mentha", NOON);
            assertThat(RunDirectory.find(output, "bo")).isEqualTo(bowl);
        }

        @Test
        void takesTheLatestByTimeNotByName() {
            RunDirectory latest = run("a", NOON.plusSeconds(5));
            run("b", NOON);
            assertThat(RunDirectory.find(output, "latest")).isEqualTo(latest);
        }

        @Test
        void passesOverWhatIsLeftOfARunThatNeverBegan() throws Exception {
            RunDirectory bowl = run("bowl", NOON);
            RunDirectory left = RunDirectory.create(output, "bowl", "genetic", 12, NOON.plusSeconds(5));
            Files.write(left.path().resolve("run.db"), new byte[0]);
            assertThat(RunDirectory.find(output, "bowl")).isEqualTo(bowl);
            assertThat(RunDirectory.find(output, "latest")).isEqualTo(bowl);
            assertThat(RunDirectory.all(output)).contains(left);
        }

        @Test
        void refusesTheBeginningOfSeveralNames() {
            run("bowl", NOON);
            RunDirectory second = run("bowl", NOON.plusSeconds(1));
            assertThatThrownBy(() -> RunDirectory.find(output, "bowl-"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("bowl-: 2 runs begin so; the latest of them is " + second.name());
        }

        @Test
        void namesTheLatestWhereNoneBeginsSo() {
            RunDirectory run = run("bowl", NOON);
            assertThatThrownBy(() -> RunDirectory.find(output, "mentha"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("mentha: no such run; the latest in " + output + " is " + run.name());
        }

        @Test
        void saysWhereThereIsNoneAtAll() {
            assertThatThrownBy(() -> RunDirectory.find(output, "latest"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("latest: no such run; there is none in " + output);
        }

        @Test
        void isNotHinderedByARunThatCannotBeRead() throws IOException {
            RunDirectory run = run("bowl", NOON);
            Files.writeString(create("zero", NOON).path().resolve("run.db"), "");
            Files.writeString(create("broken", NOON).path().resolve("run.db"), "no database".repeat(100));
            assertThat(RunDirectory.find(output, "latest")).isEqualTo(run);
            assertThat(RunDirectory.find(output, "bo")).isEqualTo(run);
            assertThat(RunDirectory.find(output, "broken").name()).startsWith("broken-genetic-7");
        }
    }

    @Nested
    class FindingGroups {
        private RunDirectory member(long seed, String group) {
            RunDirectory run = RunDirectory.create(output, "bowl", "genetic", seed, NOON);
            var manifest = new Manifest("bowl", "", RunKind.EVOLUTION, new Seed(seed), NOON, "", Map.of());
            RunStore.create(run, manifest, new Group(group, 1, 2), 1, NOON).close();
            return run;
        }

        @Test
        void takesTheBeginningOfTheOnlyName() {
            RunDirectory first = member(1, "bowl-genetic-1to2-x");
            RunDirectory second = member(2, "bowl-genetic-1to2-x");
            assertThat(RunDirectory.findAll(output, "bowl")).containsExactly(first, second);
            assertThat(RunDirectory.findAll(output, "bowl-genetic-2-")).containsExactly(second);
        }

        @Test
        void refusesABeginningThatSingleRunsHaveToo() {
            RunDirectory member = member(1, "bowl-genetic-1to2-x");
            RunDirectory single = run("bowl", NOON);
            assertThatThrownBy(() -> RunDirectory.findAll(output, "bowl"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("bowl: 2 names begin so: bowl-genetic-1to2-x, " + single.name());
            assertThat(RunDirectory.findAll(output, "bowl-genetic-1to2-x")).containsExactly(member);
            assertThat(RunDirectory.findAll(output, single.name())).containsExactly(single);
        }

        @Test
        void refusesABeginningThatTwoGroupsHave() {
            member(1, "bowl-genetic-1to2-x");
            member(2, "bowl-genetic-1to2-y");
            assertThatThrownBy(() -> RunDirectory.findAll(output, "bowl"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("bowl: 2 names begin so: bowl-genetic-1to2-x, bowl-genetic-1to2-y");
        }
    }

    @Nested
    class All {
        @Test
        void areTheRunsByTheTimeTheyBegan() {
            RunDirectory second = run("a", NOON.plusSeconds(5));
            RunDirectory first = run("b", NOON);
            RunDirectory twin = run("c", NOON);
            assertThat(RunDirectory.all(output)).containsExactly(first, twin, second);
        }

        @Test
        void areNoOtherDirectoriesAndFiles() throws IOException {
            RunDirectory run = run("bowl", NOON);
            create("empty", NOON);
            Files.writeString(output.resolve("notes.txt"), "run.db");
            assertThat(RunDirectory.all(output)).containsExactly(run);
        }

        @Test
        void areNoneInAFolderThatIsNotThere() {
            assertThat(RunDirectory.all(output.resolve("nowhere"))).isEmpty();
        }
    }

    @Test
    void hasANameAlsoWhereThePathEndsInDots() {
        RunDirectory run = create("bowl", NOON);
        assertThat(new RunDirectory(run.path().resolve(".")).name()).isEqualTo(run.name());
        assertThat(run).hasToString(run.path().toString());
    }
}
