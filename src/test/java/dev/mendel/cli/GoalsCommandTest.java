package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several objectives and constraints, from the experiment to what each command calls the best.
class GoalsCommandTest {
    private static final Pattern VALUE = Pattern.compile("(?m)^(?:value|score) +([-0-9.e]+)");

    @TempDir
    private Path folder;

    private CommandLineFixture mendel;
    private String output = "";

    /// Loss falls with width, seconds grow with it.
    @BeforeEach
    void program() throws IOException {
        mendel = new CommandLineFixture(folder);
        output = mendel.output().toString();
        Files.writeString(folder.resolve("model.py"), """
                import json, sys
                for line in sys.stdin:
                    asked = json.loads(line)
                    width = asked["configuration"]["width"]
                    values = {"loss": 1 - width, "seconds": 10 * width}
                    print(json.dumps({"trial": asked["trial"], "repeat": asked["repeat"], "values": values}), flush=True)
                """);
    }

    private String experiment(String sections) throws IOException {
        return Files.writeString(folder.resolve("e.yaml"), """
                experiment: e
                objective: {command: [python3, model.py]%s
                space: {width: {real: [0, 1]}}
                budget: {trials: 40}
                """.formatted(sections))
                .toString();
    }

    private double shown() {
        Matcher shown = VALUE.matcher(mendel.out());
        assertThat(shown.find()).as(mendel.out()).isTrue();
        return Double.parseDouble(shown.group(1));
    }

    @Test
    void whatIsCalledBestKeepsToTheConstraints() throws IOException {
        String file = experiment(", value: loss, direction: minimise}\nconstraints: {seconds: \"<= 5\"}");
        assertThat(mendel.type("evolve", file, "--output", output))
                .as(mendel.err())
                .isZero();
        double best = shown();
        assertThat(best).isBetween(0.5, 0.6);
        mendel.type("runs", "--output", output);
        assertThat(mendel.out()).contains(String.format(Locale.ROOT, "%.4f", best));
        mendel.type("compare", "latest", "--output", output);
        assertThat(mendel.out())
                .contains("the best of all these runs, " + String.format(Locale.ROOT, "%.4f", best) + ": width=")
                .contains("Trials outside of the constraints (seconds <= 5) count for nothing here.");
        mendel.type("best", "latest", "--output", output);
        assertThat(mendel.out())
                .contains(String.format(Locale.ROOT, "%.4f", best))
                .doesNotContain("outside");
        assertThat(mendel.type("retest", "latest", "-n", "2", "--folds", "2", "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(shown()).isEqualTo(best);
        assertThat(mendel.type("retest", "latest", "--race", "--output", output))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err())
                .contains(
                        "--race: what a model believes to be the best is by one score; the run has several objectives");
    }

    @Test
    void aFrontIsPrintedInTheOrderOfAnyObjective() throws IOException {
        String file = experiment("}\nobjectives: {loss: minimise, seconds: minimise}");
        assertThat(mendel.type("evolve", file, "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.type("best", "latest", "--output", output)).isZero();
        List<String> byLoss = mendel.out().lines().toList();
        assertThat(byLoss.getFirst()).contains("loss", "seconds", "trial", "configuration");
        assertThat(byLoss.getLast()).isEqualTo("40 of 40 finished trials are on the front");
        mendel.type("best", "latest", "--by", "seconds", "--output", output);
        List<String> bySeconds = mendel.out().lines().toList();
        assertThat(bySeconds.subList(1, 41)).isEqualTo(byLoss.subList(1, 41).reversed());
        assertThat(mendel.type("export", "latest", "--csv", "--output", output))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.out().lines().findFirst().orElseThrow()).contains(",on front,width,");
        assertThat(mendel.out().lines().filter(line -> line.contains(",true,"))).hasSize(40);
        assertThat(mendel.type("best", "latest", "--by", "second", "--output", output))
                .isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("--by: second is not one of loss, seconds");
    }

    /// A program that tells its loss and the width after each of nine epochs.
    private String raced() throws IOException {
        Files.writeString(folder.resolve("steps.py"), """
                import json, sys
                for line in sys.stdin:
                    asked = json.loads(line)
                    width, rate = (asked["configuration"][name] for name in ("width", "rate"))
                    same = {"trial": asked["trial"], "repeat": asked["repeat"]}
                    for epoch in range(1, 10):
                        loss = (1 - width) ** 2 + abs(rate - 0.3) + 1 / epoch
                        values = {"loss": loss, "size": 1 + round(99 * width)}
                        print(json.dumps({**same, "epoch": epoch, "values": values}), flush=True)
                    print(json.dumps({**same, "values": values}), flush=True)
                """);
        return Files.writeString(folder.resolve("raced.yaml"), """
                experiment: raced
                objective: {command: [python3, steps.py], epochs: 9, repeats: 1}
                objectives: {loss: minimise, size: {direction: minimise, scale: log}}
                stopping: rungs
                space: {width: {real: [0, 1]}, rate: {real: [0, 1]}}
                budget: {trials: 60}
                """).toString();
    }

    @Test
    void trialsOfSeveralObjectivesAreStoppedAlikeWhateverTheWorkersAndInterruptions() throws IOException {
        String file = raced();
        Path one = folder.resolve("one");
        assertThat(mendel.type("evolve", file, "--workers", "1", "--output", one.toString()))
                .as(mendel.err())
                .isZero();
        mendel.type("best", "latest", "--json", "--output", one.toString());
        String front = mendel.out();
        assertThat(front).contains("\"size\"");
        mendel.type("export", "latest", "--csv", "--output", one.toString());
        assertThat(mendel.out().lines().filter(line -> line.contains(",true,")))
                .as("who is on the front")
                .hasSize((int) front.lines().count());
        assertThat(mendel.out()).contains("stopped at rung 1");
        Path other = folder.resolve("other");
        assertThat(mendel.type("evolve", file, "--workers", "3", "--trials", "20", "--output", other.toString()))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.type("resume", "latest", "--workers", "2", "--trials", "60", "--output", other.toString()))
                .as(mendel.err())
                .isZero();
        mendel.type("best", "latest", "--json", "--output", other.toString());
        assertThat(withoutTimes(mendel.out())).isEqualTo(withoutTimes(front));
        mendel.type("runs", "--output", one.toString());
        assertThat(mendel.out()).as("some are stopped").contains("stopped");
    }

    private static String withoutTimes(String json) {
        return json.replaceAll("\"(seconds|time|started)\":[^,}]*", "");
    }
}
