package dev.mendel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.model.ModelFolder.Filled;
import dev.mendel.training.torch.Safetensors;
import dev.mendel.training.torch.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("training")
class ModelFolderTest {
    /// The SHA-256 of the weights' file of one network. Another one on another machine is a bug.
    private static final String WEIGHTS = "8faa72aa9121cbdc2810bc5baff9feb39836c06e3c7ce7df4e9121025b377d4e";

    @SuppressWarnings("NullAway.Init")
    private static Retraining.Result result;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        result = Models.result(Models.trained("model auxiliary"));
    }

    @Test
    void theSameNetworkIsTheSameBytesEverywhere() throws Exception {
        Path model = written("a");
        Path again = written("b");
        for (String file : List.of("model.safetensors", "model.py", "model.json")) {
            assertThat(model.resolve(file)).hasSameBinaryContentAs(again.resolve(file));
        }
        assertThat(Hash.sha256(Files.readAllBytes(model.resolve("model.safetensors"))))
                .isEqualTo(WEIGHTS);
    }

    @Test
    void theHeaderOfTheWeightsNamesWhatPytorchExpects() throws Exception {
        byte[] content = Files.readAllBytes(written("a").resolve("model.safetensors"));
        int length = Math.toIntExact(Long.reverseBytes(ByteBuffer.wrap(content).getLong()));
        assertThat(new String(content, 8, length, StandardCharsets.UTF_8))
                .contains("\"pixels.mean\":{\"dtype\":\"F64\",\"shape\":[]")
                .contains("\"tower.0.weight\":{\"dtype\":\"F32\",\"shape\":[8,1,3,3]")
                .contains("\"tower2.7.bias\":{\"dtype\":\"F32\",\"shape\":[10]")
                .contains("\"head.2.weight\":{\"dtype\":\"F32\",\"shape\":[2,10]");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAloneUnlessForced() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> ModelFolder.write(kept, result, Filled.REFUSE))
                .isInstanceOf(ModelException.class)
                .hasMessage(kept + ": is not empty; allowed is a folder that is new or empty, or with --force any");
        assertThat(names(kept)).containsExactly("notes.txt");
        ModelFolder.write(kept, result, Filled.REPLACE);
        assertThat(names(kept)).containsExactly("model.json", "model.py", "model.safetensors", "notes.txt");
        Predictor.open(kept).close();
    }

    @Test
    void anEmptyFolderIsFilledAndNothingElseIsLeft() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        ModelFolder.write(empty, result, Filled.REFUSE);
        assertThat(names(empty)).containsExactly("model.json", "model.py", "model.safetensors");
        assertThat(names(folder)).containsExactly("empty");
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Path blocked = Files.createDirectories(folder.resolve("blocked"));
        Files.createDirectories(blocked.resolve("model.py").resolve("in the way"));
        assertThatThrownBy(() -> ModelFolder.write(blocked, result, Filled.REPLACE))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(blocked + ": the model can't be written: ");
        assertThat(names(folder)).containsExactly("blocked");
        assertThatThrownBy(() -> Predictor.open(blocked)).hasMessageContaining("it has no model.json");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ModelFolder.requireFree(file, Filled.REPLACE))
                .hasMessage(file + ": is a file; allowed is a folder that is new or empty");
    }

    @Nested
    class Faults {
        @Test
        void noModel() throws Exception {
            assertFault(
                    folder,
                    folder
                            + ": holds no model: it has no model.json; allowed is a folder that `mendel model` has written");
            Path none = folder.resolve("none");
            assertFault(none, none + ": is no folder; allowed is a folder that `mendel model` has written");
        }

        @Test
        void damagedWeights() throws Exception {
            Path model = written("a");
            Path weights = model.resolve("model.safetensors");
            byte[] content = Files.readAllBytes(weights);
            content[content.length - 1] ^= 1;
            Files.write(weights, content);
            assertThatThrownBy(() -> Predictor.open(model))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(weights + ": is damaged, or not the file that model.json beside it was"
                            + " written with: its SHA-256 is ");
            Files.delete(weights);
            assertFault(model, weights + ": can't be read: java.nio.file.NoSuchFileException: " + weights);
        }

        @Test
        void weightsOfAnotherNetwork() throws Exception {
            Path model = written("a");
            change(model, "\"linear 10\"", "\"linear 12\", \"linear 10\"");
            assertFault(
                    model,
                    model + ": weights and network do not fit: tensor tower.7.weight is [10, 144], not [12, 144]");
        }

        @Test
        void tensorsThatAreMissingOrTooMany() throws Exception {
            Path model = written("a");
            change(model, "\"auxiliary\" : true", "\"auxiliary\" : false");
            change(model, "\"separate\"", "\"shared\"");
            assertThatThrownBy(() -> Predictor.open(model)).hasMessageContaining("the network has no tensor tower2.");
            change(model, "\"perceptron\"", "\"linear\"");
            assertThatThrownBy(() -> Predictor.open(model))
                    .hasMessageContaining("tensor head.0.weight is [10, 20], not [2, 20]");
        }

        @Test
        void descriptionsOfNoNetwork() throws Exception {
            assertDescriptionFault("\"relu\"", "\"sigmoid\"", ": tower: \"sigmoid\": no layer; a layer is one of: ");
            assertDescriptionFault(
                    "\"separate\"", "\"twins\"", ": sharing: twins is not one of shared, separate, joint");
            assertDescriptionFault("\"sharing\" : \"separate\",", "", ": sharing is missing; allowed is a word");
            assertDescriptionFault(
                    "\"auxiliary\" : true", "\"auxiliary\" : 3", ": auxiliary is 3; allowed is true or false");
            assertDescriptionFault("\"network\"", "\"net\"", ": tower is missing; allowed is a list of layers");
            assertDescriptionFault(
                    "\"format\" : 1", "\"format\" : 2", ": has the format 2; this version of Mendel reads 1");
            assertDescriptionFault("\"format\" : 1,", "", ": describes no model: it has no number \"format\"");
            assertDescriptionFault("\"format\" : 1,", "\"format\" : 1", ":3: is no JSON: ");
        }

        private void assertDescriptionFault(String found, String instead, String fault) throws Exception {
            Path model = written("d" + names(folder).size());
            change(model, found, instead);
            assertThatThrownBy(() -> Predictor.open(model))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(model.toString())
                    .hasMessageContaining(fault);
        }

        private void assertFault(Path model, String fault) {
            assertThatThrownBy(() -> Predictor.open(model))
                    .isInstanceOf(ModelException.class)
                    .hasMessage(fault);
        }
    }

    @Test
    void tensorsComeBackAsTheyWere() {
        List<Tensor> read = Safetensors.decode(Safetensors.encode(List.of(
                new Tensor.Single("b", new long[] {2, 2}, new float[] {1, -2, 1e-30f, 3}),
                new Tensor.Precise("a", new long[0], new double[] {0.1}))));
        assertThat(read).hasSize(2).anySatisfy(tensor -> {
            assertThat(tensor.name()).isEqualTo("b");
            assertThat(tensor.shape()).containsExactly(2, 2);
            assertThat(((Tensor.Single) tensor).numbers()).containsExactly(1, -2, 1e-30f, 3);
        });
        assertThat(read)
                .anySatisfy(tensor ->
                        assertThat(((Tensor.Precise) tensor).numbers()).containsExactly(0.1));
        assertThatThrownBy(() -> Safetensors.decode("no tensors at all".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path written(String name) throws ModelException {
        Path model = folder.resolve(name);
        ModelFolder.write(model, result, Filled.REFUSE);
        return model;
    }

    private static void change(Path model, String found, String instead) throws IOException {
        Path file = model.resolve("model.json");
        String text = Files.readString(file);
        assertThat(text).contains(found);
        Files.writeString(file, text.replace(found, instead));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
