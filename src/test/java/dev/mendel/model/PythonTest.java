package dev.mendel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.training.compute.Logits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Networks of every kind in PyTorch, by the module of Python that is written beside their weights.
@Tag("training")
class PythonTest {
    private static final double TOLERANCE = 1e-4;
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    @TempDir
    private static Path folder;

    private static final Map<String, Path> MODELS = new LinkedHashMap<>();
    private static final Map<String, JsonNode> ANSWERS = new LinkedHashMap<>();

    static Set<String> kinds() {
        return Models.kinds().keySet();
    }

    @BeforeAll
    static void trainAndAskInPython() throws Exception {
        String python = python();
        assumeTrue(
                !python.isEmpty(),
                "no Python with PyTorch on this machine (apt-get install python3-torch):"
                        + " models not loaded into PyTorch");
        for (var kind : Models.kinds().entrySet()) {
            Path model = folder.resolve("model" + MODELS.size());
            ModelFolder.write(model, Models.result(Models.trained(kind.getValue())), ModelFolder.Filled.REFUSE);
            MODELS.put(kind.getKey(), model);
        }
        Path images = Files.write(folder.resolve("images.idx"), idx(Models.testImages()));
        var command = new ArrayList<>(List.of(python, "src/test/python/model_logits.py", images.toString()));
        MODELS.values().forEach(model -> command.add(model.toString()));
        List<String> lines = run(command).lines().toList();
        int line = 0;
        for (String kind : MODELS.keySet()) {
            ANSWERS.put(kind, new ObjectMapper().readTree(lines.get(line++)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pytorchComputesTheSameLogits(String kind) throws Exception {
        try (Predictor predictor = predictor(kind)) {
            JsonNode python = answers(kind).get("logits");
            var images = Models.digits();
            int pairs = images.count() / 2;
            var here = new ArrayList<List<Float>>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            for (int from = 0; from < pairs; from += 50) {
                Logits logits = predictor.logits(images, from, Math.min(from + 50, pairs));
                add(logits.comparison(), here.get(0));
                add(logits.first(), here.get(1));
                add(logits.second(), here.get(2));
            }
            assertThat(python.get(0).size() + python.get(1).size()).isPositive();
            assertThat(new HashSet<>(here.get(0).isEmpty() ? here.get(1) : here.get(0)))
                    .as("%s has learnt something", kind)
                    .hasSizeGreaterThan(pairs);
            for (int part = 0; part < here.size(); part++) {
                JsonNode there = python.get(part);
                for (int i = 0; i < there.size(); i++) {
                    assertThat(there.get(i).asDouble())
                            .as("%s, part %d, number %d", kind, part, i)
                            .isEqualTo(here.get(part).get(i), within(TOLERANCE));
                }
                assertThat(there.size()).isIn(0, here.get(part).size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pytorchGivesTheSameAnswers(String kind) throws Exception {
        try (Predictor predictor = predictor(kind)) {
            List<Prediction> here = predictor.predict(Models.digits());
            JsonNode there = answers(kind).get("answers");
            assertThat(there).hasSize(here.size());
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i).get("less-or-equal").asBoolean())
                        .as("%s, pair %d", kind, i)
                        .isEqualTo(here.get(i).lessOrEqual());
                assertThat(there.get(i).get("probability").asDouble())
                        .isEqualTo(here.get(i).probability(), within(TOLERANCE));
                assertSame(there.get(i).get("first"), here.get(i).first());
                assertSame(there.get(i).get("second"), here.get(i).second());
            }
        }
    }

    private static void assertSame(@Nullable JsonNode there, Prediction.@Nullable Digit here) {
        if (here == null) {
            assertThat(there).isNull();
        } else {
            assertThat(there).isNotNull();
            assertThat(Objects.requireNonNull(there).get("digit").asInt()).isEqualTo(here.digit());
            assertThat(there.get("probability").asDouble()).isEqualTo(here.probability(), within(TOLERANCE));
        }
    }

    private static Predictor predictor(String kind) throws ModelException {
        return Predictor.open(Objects.requireNonNull(MODELS.get(kind)));
    }

    private static JsonNode answers(String kind) {
        return Objects.requireNonNull(ANSWERS.get(kind));
    }

    private static void add(float[] numbers, List<Float> all) {
        for (float number : numbers) {
            all.add(number);
        }
    }

    private static byte[] idx(List<byte[]> images) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(images.size())
                .putInt(28)
                .putInt(28)
                .array());
        images.forEach(content::writeBytes);
        return content.toByteArray();
    }

    /// The first Python that has PyTorch; empty where none has.
    private static String python() throws InterruptedException {
        for (String python : PYTHONS) {
            try {
                if (new ProcessBuilder(python, "-c", "import torch").start().waitFor() == 0) {
                    return python;
                }
            } catch (IOException e) {
                // there is no such program
            }
        }
        return "";
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("python.err").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("python.err")))
                .isZero();
        return out;
    }
}
