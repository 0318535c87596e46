package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mendel.bench.SearchBenchmark.Contender;
import dev.mendel.bench.landscape.Family;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SearchBenchmarkTest {
    private static final String SPACE = """
            {"direction": "minimize", "best": 0.0, "median_random": 0.25, "space": [
              {"name": "kind", "type": "categorical", "choices": ["a", "b"], "ordered": false},
              {"name": "a.x", "type": "float", "low": 0.0, "high": 1.0, "log": false,
               "condition": [{"param": "kind", "in": ["a"]}]},
              {"name": "n", "type": "int", "low": 1, "high": 100, "log": true},
              {"name": "size", "type": "categorical", "choices": [8, 16, 32], "ordered": true}]}
            """;
    private static final String TASK = """
            import json, sys
            assert sys.argv[1] == "small"
            for line in sys.stdin:
                p = json.loads(line)
                value = (p["a.x"] - 0.3) ** 2 if p["kind"] == "a" else 0.5
                print(json.dumps({"value": value + abs(p["n"] - 10) / 100 + p["size"] / 1000}), flush=True)
            """;

    @TempDir
    private Path folder;

    private SearchTask task(String space) throws IOException {
        Files.createDirectories(folder.resolve("spaces"));
        Files.writeString(folder.resolve("spaces/small.json"), space);
        Files.writeString(folder.resolve("task.py"), TASK);
        return SearchTask.of(folder).getFirst();
    }

    @Test
    void readsASpaceWithItsConditions() throws IOException {
        SearchTask task = task(SPACE);
        assertThat(task.name()).isEqualTo("small");
        assertThat(task.space().names()).isEqualTo("kind, a.x, n, size");
        assertThat(task.space().find("n").orElseThrow().condition()).isEqualTo(Condition.ALWAYS);
        assertThat(task.space().find("a.x").orElseThrow().condition().all()).hasSize(1);
        assertThat(task.regret(0.125)).isEqualTo(0.5);
        assertThat(task.regret(-1)).isZero();
    }

    @Test
    void readsATaskWithSeveralObjectives() throws Exception {
        String two = SPACE.replace("\"direction\": \"minimize\", \"best\": 0.0, \"median_random\": 0.25,", """
                "reference_hypervolume": 0.5, "objectives": [
                  {"name": "error", "direction": "minimize", "scale": "linear", "ideal": 0.0, "typical": 0.25},
                  {"name": "size", "direction": "minimize", "scale": "log", "ideal": 1, "typical": 100}],
                """);
        SearchTask task = task(two);
        Files.writeString(
                folder.resolve("task.py"),
                TASK.replace("{\"value\": value", "{\"values\": [value").replace("1000}", "1000, p[\"n\"]]}"));
        TaskFront front = Objects.requireNonNull(task.front());
        assertThat(front.regret(List.of())).isEqualTo(1);
        try (var objective = task.objective();
                var benchmark = new SearchBenchmark(List.of(10, 40), 2, 1)) {
            Configuration configuration = task.space().canonical(task.space().sample(new SplittableRandom(1)));
            var outcome = new Outcome.Finished(
                    List.of(objective.evaluate(Trial.of(new TrialId(1), configuration, new Seed(1)), 0)));
            assertThat(front.goals().values(outcome).orElseThrow())
                    .containsExactly(-outcome.mean(), configuration.real("n"));
            double[][] regrets = benchmark.regrets(
                    task, objective, new SearchBenchmark.Contender("default", EvolutionSettings.defaults(), 40));
            for (int seed = 0; seed < 2; seed++) {
                assertThat(regrets[1][seed]).isLessThan(0.6).isLessThanOrEqualTo(regrets[0][seed]);
            }
        }
    }

    @Test
    void tellsWhichFileIsWrong() {
        assertThatThrownBy(() -> task(SPACE.replace("float", "real")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("small.json: a.x: type: real is not one of categorical, int, float");
    }

    /// Each search has a landscape of its own, the same for every contender.
    @Test
    void searchesLandscapesOfAFamily() throws Exception {
        try (var benchmark = new SearchBenchmark(List.of(5, 60), 8, 2)) {
            var contender = new Contender("default", EvolutionSettings.defaults(), 100);
            double[][] regrets = benchmark.regrets(Family.STEPS, contender);
            assertThat(regrets).hasDimensions(2, 8);
            for (int draw = 0; draw < 8; draw++) {
                assertThat(regrets[1][draw]).isBetween(0.0, regrets[0][draw]);
            }
            assertThat(regrets[0]).doesNotHaveDuplicates();
            assertThat(benchmark.regrets(Family.STEPS, contender)).isDeepEqualTo(regrets);
        }
    }

    /// With noise as large as a typical value is from the best, the true regret of what is called best is far
    /// from that of the same searches without; racing the best again finds a better one in the same number of
    /// evaluations.
    @Test
    void racesTheBestOfANoisySearchAgain() throws Exception {
        var contender = new Contender("default", EvolutionSettings.defaults(), 100);
        SearchTask plain = SearchTask.of(Family.ELLIPSOID, new Seed(3));
        SearchTask noisy = plain.noisy(1, 1);
        assertThat(new RaceAgain(16).evaluations()).isEqualTo(80);
        try (Objective objective = noisy.objective();
                var once = new SearchBenchmark(List.of(200), 16, 2);
                var again = new SearchBenchmark(List.of(200), 16, 2, 16)) {
            double lucky = mean(once.regrets(noisy, objective, contender));
            double raced = mean(again.regrets(noisy, objective, contender));
            assertThat(raced).isPositive().isLessThan(lucky);
            assertThat(mean(again.regrets(noisy, objective, contender))).isEqualTo(raced);
        }
    }

    private static double mean(double[][] regrets) {
        return Arrays.stream(regrets[0]).average().orElseThrow();
    }

    @Test
    void searchesATaskThroughItsProgram() throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).map(Path::of))
                .anyMatch(path -> Files.isExecutable(path.resolve("python3")));
        SearchTask task = task(SPACE);
        try (var benchmark = new SearchBenchmark(List.of(5, 40), 2, 2);
                Objective objective = task.objective()) {
            var contender = new Contender("default", EvolutionSettings.defaults(), 100);
            double[][] regrets = benchmark.regrets(task, objective, contender);
            assertThat(regrets).hasDimensions(2, 2);
            for (int run = 0; run < 2; run++) {
                assertThat(regrets[1][run]).isLessThan(0.5).isLessThan(regrets[0][run]);
            }
            assertThat(benchmark.regrets(task, objective, contender)).isDeepEqualTo(regrets);
        }
    }
}
