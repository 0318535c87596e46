package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.store.RunDirectory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run's winner as a model, and answers of it.
@Tag("training")
class ModelCommandTest {
    /// A grid of two trials, the second of which diverges.
    private static final String GRID = """
            experiment: pair
            objective:
              digit-pairs: {pairs: 24, folds: 2, rounds: 2, epochs: 2, batch: 8, tower: [linear 8, relu, linear 10],
                            optimizer: sgd}
            space:
              learning-rate: {choices: [0.01, 1e9]}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String model;

    @BeforeEach
    void fixture() {
        mendel = new CommandLineFixture(folder);
        model = folder.resolve("model").toString();
    }

    @Nested
    class OfASearch {
        @BeforeEach
        void search() throws IOException {
            run("evolve", mendel.write("tiny.yaml", CommandLineFixture.TINY).toString());
        }

        @Test
        void theBestIsTheOneThatTheRunHasTested() throws Exception {
            run("best", "latest", "--json");
            JsonNode best = json();
            run("best", "latest");
            assertThat(mendel.out())
                    .contains("model       ./mendel model " + database().getParent() + " --to FOLDER");
            run("model", "latest", "--to", model);
            assertThat(mendel.out())
                    .contains("training    trial " + best.get("trial").asLong() + " again: model=")
                    .contains("on data that no search has seen: the run's own test, to the last bit")
                    .contains("written     " + model + ": model.safetensors, model.py, model.json")
                    .contains("ask         ./mendel predict " + model + " FIRST.png SECOND.png");
            JsonNode description =
                    new ObjectMapper().readTree(Path.of(model, "model.json").toFile());
            assertThat(description.get("test-score")).isEqualTo(best.get("test"));
            assertThat(description.get("configuration")).isEqualTo(best.get("configuration"));
            assertThat(description.get("trial")).isEqualTo(best.get("trial"));
        }

        @Test
        void anyTrialCanBeTrainedAgain() throws Exception {
            long best = best();
            run("model", "latest", "--to", model, "--trial", best == 1 ? "2" : "1");
            assertThat(mendel.out()).contains("no test of this trial to hold it against; one of its folds came out");
            run("model", "latest", "--to", model, "--force", "--json");
            assertThat(json().get("held-against").asText()).isEqualTo("test");
            assertThat(json().get("folder").asText()).isEqualTo(model);
            assertThat(json().get("trial").asLong()).isEqualTo(best);
        }

        @Test
        void anotherTestThanTheStoredOneIsRefused() throws Exception {
            change("update tests set score = score + 0.25");
            refused("trial " + best() + ", trained again, is not the one of the run by its test: a score of ");
            assertThat(mendel.err()).contains("Nothing is written. Version and machine are the same");
        }

        @Test
        void anotherFoldThanTheStoredOneIsRefusedWhereThereIsNoTest() throws Exception {
            change("delete from tests");
            change("update folds set measures = replace(measures, '\"loss\":', '\"loss\":1')");
            change("update provenance set value = 'another one' where name = 'cpu'");
            refused("trained again, is not the one of the run by its fold 1: loss ");
            assertThat(mendel.err()).contains("What differs: cpu another one there, ");
        }

        @Test
        void otherDataAreRefused() throws Exception {
            change("update manifest set value = 'abc' where name = 'data'");
            refused("the run learnt from other data (abc) than these (");
        }

        @Test
        void anotherArithmeticIsRefused() throws Exception {
            change("update manifest set value = '1' where name = 'arithmetic'");
            refused("the run was made with arithmetic 1 by Mendel ");
        }

        @Test
        void aTrialThatIsNotThereIsRefused() {
            assertThat(type("model", "latest", "--to", model, "--trial", "99")).isEqualTo(2);
            assertThat(mendel.err()).contains(" has no trial 99; allowed are 1 to ");
            assertThat(type("model", "latest")).isEqualTo(2);
            assertThat(mendel.err()).contains("--to=DIR");
        }

        @Test
        void aFolderThatHoldsSomethingIsRefusedBeforeAnythingIsTrained() {
            assertThat(type("model", "latest", "--to", folder.toString())).isEqualTo(2);
            assertThat(mendel.err()).contains(folder + ": is not empty; allowed is a folder that is new or empty");
            assertThat(mendel.out()).isEmpty();
        }

        @Test
        void picturesAndIdxFilesAreAnswered() throws Exception {
            run("model", "latest", "--to", model);
            Path first = picture("first.png", 40);
            Path second = picture("second.png", 90);
            Path three = folder.resolve("three.idx");
            Files.write(three, idx(3));
            assertThat(mendel.type("predict", model, first.toString(), three.toString(), second.toString(), "--json"))
                    .isEqualTo(2);
            assertThat(mendel.err())
                    .contains("IMAGES: 5 images in 3 files, and a pair takes two; allowed is an even number of images");
            assertThat(mendel.type("predict", model, first.toString(), three.toString(), "--json"))
                    .as(mendel.err())
                    .isZero();
            List<String> lines = mendel.out().lines().toList();
            assertThat(lines).hasSize(2);
            JsonNode answer = new ObjectMapper().readTree(lines.getFirst());
            assertThat(answer.get("images").get(1).asText()).isEqualTo(three + " #0");
            assertThat(answer.get("less-or-equal").isBoolean()).isTrue();
            assertThat(answer.get("probability").asDouble()).isBetween(0.0, 1.0);
            assertThat(mendel.type("predict", model, first.toString(), second.toString()))
                    .isZero();
            assertThat(mendel.out()).contains("P(1st<=2nd)").contains(first + "  " + second);
            assertThat(mendel.err()).isEmpty();
        }

        @Test
        void lightPaperIsSaid() throws Exception {
            run("model", "latest", "--to", model);
            String light = picture("light.png", 200).toString();
            assertThat(mendel.type("predict", model, light, light)).isZero();
            assertThat(mendel.err())
                    .contains(light + " and 1 more: light on the whole; a model expects light digits on a dark ground:"
                            + " --invert turns them into that");
            String said = mendel.out();
            assertThat(mendel.type("predict", model, light, light, "--invert")).isZero();
            assertThat(mendel.err()).isEmpty();
            assertThat(mendel.out()).isNotEqualTo(said);
        }
    }

    @Test
    void failedTrialsHaveNoNetwork() throws Exception {
        run("grid", mendel.write("pair.yaml", GRID).toString());
        assertThat(type("model", "latest", "--to", model, "--trial", "2")).isEqualTo(2);
        assertThat(mendel.err()).contains("trial 2 has failed, so there is no network: the training diverged");
        assertThat(Path.of(model)).doesNotExist();
    }

    @Test
    void roundsAreHeldAgainstOneOfThem() throws Exception {
        run("evaluate", mendel.write("pair.yaml", GRID).toString());
        run("model", "latest", "--to", model, "--json");
        assertThat(json().get("held-against").asText()).isEqualTo("fold");
        change("update folds set score = score / 2");
        assertThat(type("model", "latest", "--to", model, "--force")).isEqualTo(2);
        assertThat(mendel.err()).contains("is not the one of the run by its round 1: a score of ");
    }

    @Test
    void importedValuesHaveNothingToBeHeldAgainst() throws Exception {
        String table =
                mendel.write("table.csv", "learning-rate,value\n0.01,0.75\n").toString();
        run("import", mendel.write("pair.yaml", GRID).toString(), table, "--to", "told");
        run("model", "told", "--to", model);
        assertThat(mendel.out()).contains("The run has nothing to hold it against: the trial's values were imported");
    }

    @Test
    void onlyNetworksAreModels() throws Exception {
        mendel.write("answer.sh", "while read -r line; do echo '{\"value\": 0.25}'; done\n");
        run("grid", mendel.write("program.yaml", """
                experiment: program
                objective: {command: [sh, answer.sh]}
                space:
                  x: {choices: [1, 2]}
                """).toString());
        assertThat(type("model", "latest", "--to", model)).isEqualTo(2);
        assertThat(mendel.err())
                .contains("its objective is a program; only runs that train networks (objective: digit-pairs) have a"
                        + " model");
        run("best", "latest");
        assertThat(mendel.out()).doesNotContain("mendel model");
    }

    @Test
    void aFolderWithoutAModelIsNamed() {
        assertThat(mendel.type("predict", folder.toString(), "a.png", "b.png")).isEqualTo(2);
        assertThat(mendel.err())
                .isEqualToNormalizingNewlines(
                        "mendel: " + folder
                                + ": holds no model: it has no model.json; allowed is a folder that `mendel model` has written\n");
    }

    private void refused(String fault) {
        assertThat(type("model", "latest", "--to", model)).isEqualTo(2);
        assertThat(mendel.err()).contains(fault);
        assertThat(Path.of(model)).doesNotExist();
    }

    private long best() throws IOException {
        run("best", "latest", "--json");
        return json().get("trial").asLong();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(mendel.out());
    }

    private void run(String... words) {
        assertThat(type(words)).as(() -> mendel.err()).isZero();
    }

    private int type(String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--output", mendel.output().toString()));
        return mendel.type(all.toArray(String[]::new));
    }

    private Path database() {
        return RunDirectory.all(mendel.output()).getFirst().path().resolve("run.db");
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private Path picture(String name, int grey) throws IOException {
        var picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 28 * 28; i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, grey + i % 50);
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static byte[] idx(int images) {
        return ByteBuffer.allocate(16 + images * 28 * 28)
                .putInt(0x803)
                .putInt(images)
                .putInt(28)
                .putInt(28)
                .array();
    }
}
