package dev.mendel.report.tensorboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.cli.Typing;
import dev.mendel.report.SampleRun;
import dev.mendel.report.tensorboard.EventReader.Field;
import dev.mendel.report.tensorboard.EventReader.Message;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Exported runs, read by a decoder of its own.
class TensorBoardTest {
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private StoredRun run;

    @SuppressWarnings("NullAway.Init")
    private Path own;

    @AfterEach
    void close() {
        run.close();
    }

    private void export(StoredRun stored) {
        run = stored;
        own = TensorBoard.write(run, SampleRun.SPACE, folder.resolve("logs"));
    }

    private Path folder(StoredTrial trial) {
        return own.resolve(
                String.format(Locale.ROOT, "trial-%04d", trial.trial().id().number()));
    }

    /// A curve: numbers by step.
    private static Map<Long, Float> curve(List<Message> events, String tag) {
        var curve = new LinkedHashMap<Long, Float>();
        for (Message event : events) {
            if (event.has(5)) {
                Message value = event.one(5).message().one(1).message();
                if (value.one(1).text().equals(tag) && value.has(2)) {
                    curve.put(event.one(2).bits(), value.one(2).single());
                }
            }
        }
        return curve;
    }

    /// The record of the HParams dashboard with a tag.
    private static List<Message> records(List<Message> events, String tag, int field) {
        return events.stream()
                .filter(event -> event.has(5))
                .map(event -> event.one(5).message().one(1).message())
                .filter(value -> value.one(1).text().equals("_hparams_/" + tag))
                .map(value -> value.one(9).message().one(1).message())
                .peek(plugin -> assertThat(plugin.one(1).text()).isEqualTo("hparams"))
                .map(plugin -> plugin.one(2).message().one(field).message())
                .toList();
    }

    @Test
    void theDecoderKnowsTheChecksumOfTheSpecification() {
        run = SampleRun.grid(folder, SampleRun.USUAL, 1);
        assertThat(EventReader.crc("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0xE3069283);
    }

    @Test
    void everyFileBeginsWithTheVersionOfItsEvents() throws IOException {
        export(SampleRun.evolution(folder, SampleRun.USUAL, 20));
        assertThat(EventReader.events(own).getFirst().one(3).text()).isEqualTo("brain.Event:2");
        for (StoredTrial trial : run.trials()) {
            assertThat(EventReader.events(folder(trial)).getFirst().one(3).text())
                    .isEqualTo("brain.Event:2");
        }
    }

    @Test
    void theRunHasTheScoreOfEachTrialAndTheBestSoFar() throws IOException {
        export(SampleRun.evolution(folder, SampleRun.USUAL, 60));
        List<Message> events = EventReader.events(own);
        var scores = new LinkedHashMap<Long, Float>();
        var bests = new LinkedHashMap<Long, Float>();
        float best = Float.NEGATIVE_INFINITY;
        for (StoredTrial trial : run.trials()) {
            OptionalDouble score = trial.score();
            if (score.isPresent()) {
                best = Math.max(best, (float) score.getAsDouble());
                scores.put(trial.trial().id().number(), (float) score.getAsDouble());
                bests.put(trial.trial().id().number(), best);
            }
        }
        assertThat(curve(events, "score")).isEqualTo(scores).hasSizeLessThan(60);
        assertThat(curve(events, "best score")).isEqualTo(bests);
        assertThat(curve(events, "generations/best"))
                .hasSize(run.generations().size())
                .containsEntry(0L, (float) run.generations().getFirst().best());
    }

    @Test
    void eachTrialHasItsFiguresAtItsNumberAndItsCurvesByEpoch() throws IOException {
        export(SampleRun.evolution(folder, SampleRun.USUAL, 20));
        StoredTrial trial = run.trials().stream()
                .filter(each -> each.score().isPresent())
                .findFirst()
                .orElseThrow();
        long step = trial.trial().id().number();
        List<Message> events = EventReader.events(folder(trial));
        assertThat(curve(events, "score"))
                .containsExactlyEntriesOf(Map.of(step, (float) trial.score().orElseThrow()));
        double mean = trial.folds().stream()
                .mapToDouble(fold -> fold.result().measures().get("digit accuracy"))
                .average()
                .orElseThrow();
        assertThat(curve(events, "measures/digit accuracy").get(step)).isCloseTo((float) mean, within());
        FoldResult second = trial.folds().get(1).result();
        assertThat(curve(events, "fold 2/score"))
                .containsEntry(step, (float) second.score().value());
        assertThat(curve(events, "fold 2/epochs/loss").get(2L))
                .isCloseTo((float) (1.5 - second.score().value()), within());
        assertThat(curve(events, "epochs/accuracy").keySet()).containsExactly(1L, 2L);
        assertThat(curve(events, "epochs/accuracy").get(2L))
                .isCloseTo((float) trial.score().orElseThrow(), within());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void valuesThatAreMinimisedAreShownAsTheyAre() throws IOException {
        Files.writeString(folder.resolve("three.sh"), "while read -r line; do echo '{\"value\": 3}'; done\n");
        Path file = Files.writeString(folder.resolve("three.yaml"), """
                experiment: three
                objective: {command: [sh, three.sh], direction: minimise}
                space: {x: {choices: [1, 2]}}
                """);
        String output = folder.resolve("output").toString();
        assertThat(Typing.type("grid", file.toString(), "--output", output)).isZero();
        run = StoredRun.snapshot(RunDirectory.find(Path.of(output), "latest"));
        own = TensorBoard.write(run, SearchSpace.of(Hyperparameter.choices("x", 1, 2)), folder.resolve("logs"));
        assertThat(curve(EventReader.events(own), "value")).isEqualTo(Map.of(1L, 3f, 2L, 3f));
        assertThat(curve(EventReader.events(own), "best value")).isEqualTo(Map.of(1L, 3f, 2L, 3f));
        assertThat(curve(EventReader.events(own.resolve("trial-0002")), "value"))
                .isEqualTo(Map.of(2L, 3f));
    }

    @Test
    void theExperimentDeclaresEachHyperparameterAndTheMetrics() throws IOException {
        export(SampleRun.grid(folder, SampleRun.USUAL, 40));
        List<Message> found = records(EventReader.events(own), "experiment", 2);
        assertThat(found).hasSize(1);
        Message experiment = found.getFirst();
        assertThat(experiment.one(6).text()).isEqualTo("sample");
        Map<String, Message> infos = experiment.all(4).stream()
                .map(Field::message)
                .collect(Collectors.toMap(info -> info.one(1).text(), info -> info));
        assertThat(infos.keySet())
                .containsExactlyInAnyOrderElementsOf(SampleRun.SPACE.hyperparameters().stream()
                        .map(Hyperparameter::name)
                        .toList());
        Message interval = requireNonNull(infos.get("learning-rate")).one(6).message();
        assertThat(List.of(interval.one(1).real(), interval.one(2).real())).containsExactly(1e-4, 1.0);
        assertThat(requireNonNull(infos.get("optimizer")).one(5).message().all(1).stream()
                        .map(value -> value.message().one(3).text()))
                .containsExactly("sgd", "adam", "adagrad", "adamw");
        assertThat(experiment.all(5).stream()
                        .map(metric -> metric.message().one(1).message().one(2).text()))
                .containsExactly("score", "measures/digit accuracy", "seconds");
    }

    @Test
    void eachTrialIsASessionWithItsConfigurationAndItsEnd() throws IOException {
        export(SampleRun.grid(folder, SampleRun.USUAL, 60));
        assertThat(run.trials()).anyMatch(trial -> trial.state() == StoredTrial.State.FAILED);
        for (StoredTrial trial : run.trials()) {
            List<Message> events = EventReader.events(folder(trial));
            Map<String, String> values = records(events, "session_start_info", 3).getFirst().all(1).stream()
                    .map(Field::message)
                    .collect(Collectors.toMap(entry -> entry.one(1).text(), TensorBoardTest::shown));
            Map<String, String> expected = trial.trial().configuration().values().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().display()));
            assertThat(values).isEqualTo(expected);
            assertThat(records(events, "session_end_info", 4).getFirst().one(1).bits())
                    .isEqualTo(trial.state() == StoredTrial.State.FAILED ? FAILURE : SUCCESS);
        }
    }

    private static String shown(Message entry) {
        Field value = entry.one(2).message().fields().getFirst();
        return switch (value.number()) {
            case 2 -> new Value.Real(value.real()).display();
            case 3 -> value.text();
            default -> throw new IllegalStateException("value of kind " + value.number());
        };
    }

    @Test
    void aFailedTrialTellsItsReasonAndHasNoScore() throws IOException {
        export(SampleRun.grid(folder, SampleRun.FAILING, 3));
        List<Message> events = EventReader.events(folder(run.trials().getFirst()));
        assertThat(curve(events, "score")).isEmpty();
        assertThat(texts(events)).singleElement().asString().startsWith("fold 1: fold 0 diverged ");
        assertThat(curve(EventReader.events(own), "best score")).isEmpty();
    }

    private static List<String> texts(List<Message> events) {
        return events.stream()
                .filter(event -> event.has(5))
                .map(event -> event.one(5).message().one(1).message())
                .filter(value -> value.one(1).text().equals("failure"))
                .map(value -> value.one(8).message().one(8).text())
                .toList();
    }

    @Test
    void lossesThatAreNoneAreLeftOutAndAMeasureCalledLossIsToldApart() throws IOException {
        FakeObjective.Answer answer = (_, fold) -> new FoldResult(
                FoldResult.of(fold).score(),
                Map.of(),
                fold == 0
                        ? List.of()
                        : List.of(new FoldResult.Epoch(1, Double.NaN, Map.of("loss", 3.0)), new FoldResult.Epoch(2, 5)),
                Duration.ZERO);
        export(SampleRun.grid(folder, answer, 1));
        List<Message> events = EventReader.events(folder(run.trials().getFirst()));
        assertThat(curve(events, "epochs/loss")).isEqualTo(Map.of(2L, 5f));
        assertThat(curve(events, "epochs/measure loss")).isEqualTo(Map.of(1L, 3f));
        assertThat(curve(events, "fold 1/epochs/loss")).isEmpty();
        assertThat(curve(events, "fold 3/epochs/loss")).isEqualTo(Map.of(2L, 5f));
    }

    @Test
    void choicesOfOneKindKeepItAndMixedOnesAreTexts() throws IOException {
        run = SampleRun.grid(folder, SampleRun.USUAL, 1);
        SearchSpace space = SearchSpace.of(
                Hyperparameter.choices("flag", true, false),
                Hyperparameter.choices("size", 16, 32),
                Hyperparameter.choices("mixed", 1, "1", true));
        own = TensorBoard.write(run, space, folder.resolve("logs"));
        Message experiment = records(EventReader.events(own), "experiment", 2).getFirst();
        List<Message> infos = experiment.all(4).stream().map(Field::message).toList();
        assertThat(infos.stream().map(info -> info.one(4).bits())).containsExactly(2L, 3L, 1L);
        assertThat(infos.get(2).one(5).message().all(1).stream()
                        .map(value -> value.message().one(3).text()))
                .containsExactly("1", "\"1\"", "true");
    }

    @Test
    void anotherExportReplacesTheFirstAndNothingElse() throws IOException {
        export(SampleRun.evolution(folder, SampleRun.USUAL, 20));
        Path other = Files.writeString(own.resolve("notes.txt"), "mine");
        List<Message> before = EventReader.events(own);
        assertThat(TensorBoard.write(run, SampleRun.SPACE, folder.resolve("logs")))
                .isEqualTo(own);
        assertThat(EventReader.events(own)).hasSameSizeAs(before);
        assertThat(other).hasContent("mine");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        run = SampleRun.grid(folder, SampleRun.USUAL, 1);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> TensorBoard.write(run, SampleRun.SPACE, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("can't be written");
    }

    private static Offset<Float> within() {
        return Offset.offset(1e-5f);
    }
}
