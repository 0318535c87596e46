package dev.mendel.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendel.report.Browser;
import dev.mendel.report.MendelJson;
import dev.mendel.report.SampleObjective;
import dev.mendel.report.SampleRun;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The data of a page of each kind of objective and direction, as they were when somebody looked at the pages.
///
/// `-Dmendel.golden=write` writes them anew, to be looked at: the pages are in `target/pages`.
class GoldenPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path KEPT = Path.of("src/test/resources/pages");
    private static final Path PAGES = Path.of("target/pages");
    private static final int TRIALS = 60;

    /// Processors may differ in the last bits of logarithms and powers.
    private static final double NEAR = 1e-9;

    enum Kept {
        PAIRS_MAXIMISED(SampleObjective.PAIRS_MAXIMISED, Subject.PAIRS, RunKind.EVOLUTION),
        PAIRS_GRID(SampleObjective.PAIRS_MAXIMISED, Subject.PAIRS, RunKind.GRID),
        PROGRAM_MAXIMISED(SampleObjective.PROGRAM_MAXIMISED, Subject.PROGRAM, RunKind.EVOLUTION),
        PROGRAM_MINIMISED(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM, RunKind.EVOLUTION),
        FUNCTION_MAXIMISED(SampleObjective.FUNCTION_MAXIMISED, Subject.FUNCTION, RunKind.EVOLUTION),
        FUNCTION_MINIMISED(SampleObjective.FUNCTION_MINIMISED, Subject.FUNCTION, RunKind.RANDOM),
        IMPORTED(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM, RunKind.IMPORTED),
        PAIRS_RACING(SampleObjective.PAIRS_MAXIMISED, Subject.PAIRS, RunKind.RANDOM, true),
        PROGRAM_FRONT(SampleObjective.PROGRAM_FRONT, Subject.PROGRAM, RunKind.EVOLUTION),
        PROGRAM_LIMITED(SampleObjective.PROGRAM_LIMITED, Subject.PROGRAM, RunKind.RANDOM),
        PROGRAM_RACING(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM, RunKind.EVOLUTION, true);

        private final SampleObjective sample;
        private final Subject subject;
        private final RunKind kind;
        private final boolean racing;

        Kept(SampleObjective sample, Subject subject, RunKind kind) {
            this(sample, subject, kind, false);
        }

        Kept(SampleObjective sample, Subject subject, RunKind kind, boolean racing) {
            this.sample = sample;
            this.subject = subject;
            this.kind = kind;
            this.racing = racing;
        }

        private StoredRun run(Path folder) throws Exception {
            if (racing) {
                return SampleRun.racing(folder, sample, kind, TRIALS);
            }
            return kind == RunKind.IMPORTED
                    ? SampleRun.imported(folder, sample, TRIALS)
                    : SampleRun.of(folder, sample, kind, TRIALS);
        }

        private RunDescription description() {
            return new RunDescription("a sample of a page", sample.space(), Budget.NONE, subject);
        }

        private String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void dataAreAsTheyWere(Kept kept) throws Exception {
        try (StoredRun run = kept.run(folder)) {
            JsonNode data = timeless(JSON.readTree(MendelJson.ofRecords(RunView.of(run, kept.description()))));
            Path file = KEPT.resolve(kept.file() + ".json");
            if ("write".equals(System.getProperty("mendel.golden"))) {
                Files.createDirectories(KEPT);
                Files.writeString(file, lines(data));
            }
            assertThat(differences("", JSON.readTree(Files.readString(file)), data))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChartIsDrawnInLightAndDark(Kept kept) throws Exception {
        try (StoredRun run = kept.run(folder)) {
            Path page = RunReport.write(run, kept.description());
            Files.createDirectories(PAGES);
            Files.writeString(PAGES.resolve(kept.file() + ".html"), Files.readString(page));
            for (String colours : List.of("light", "dark")) {
                Browser.Opened opened = new Browser(folder).open(page, colours);
                assertThat(opened.empty()).isEmpty();
                assertThat(opened.charts()).isGreaterThanOrEqualTo(9);
            }
        }
    }

    /// Without what depends on the clock, as the time of failed trials does, and on the worker that happened to
    /// be free.
    private static JsonNode timeless(JsonNode data) {
        ((ObjectNode) data).remove("timeline");
        ((ObjectNode) data.get("status")).remove(List.of("elapsedSeconds", "computedSeconds"));
        ((ObjectNode) data.get("trials")).remove("seconds");
        data.get("progress").forEach(step -> ((ObjectNode) step).remove("seconds"));
        ((ObjectNode) data.get("facts")).remove("elapsed");
        if (data.has("front")) {
            data.get("front").get("growth").forEach(step -> ((ObjectNode) step).remove("seconds"));
        }
        if (data.has("stopping")) {
            ((ObjectNode) data.get("stopping").get("saving")).remove(List.of("seconds", "wholeSeconds"));
        }
        return data;
    }

    /// An entry on each line, so that changes can be read.
    private static String lines(JsonNode data) {
        var lines = new ArrayList<String>();
        data.properties().forEach(entry -> lines.add("\"" + entry.getKey() + "\": " + entry.getValue()));
        return "{\n" + String.join(",\n", lines) + "\n}\n";
    }

    /// The places where two trees differ, with both values.
    private static List<String> differences(String place, JsonNode kept, JsonNode now) {
        if (kept.isNumber() && now.isNumber()) {
            double distance = Math.abs(kept.doubleValue() - now.doubleValue());
            return distance <= NEAR * Math.max(1e-9, Math.abs(kept.doubleValue()))
                    ? List.of()
                    : List.of(place + ": " + kept + ", now " + now);
        }
        if (!kept.isContainerNode() || kept.getNodeType() != now.getNodeType() || kept.size() != now.size()) {
            return kept.equals(now) ? List.of() : List.of(place + ": " + kept + ", now " + now);
        }
        var differences = new ArrayList<String>();
        if (kept.isArray()) {
            for (int i = 0; i < kept.size(); i++) {
                differences.addAll(differences(place + "/" + i, kept.get(i), now.get(i)));
            }
        } else {
            kept.properties()
                    .forEach(entry -> differences.addAll(
                            differences(place + "/" + entry.getKey(), entry.getValue(), now.path(entry.getKey()))));
        }
        return differences;
    }
}
