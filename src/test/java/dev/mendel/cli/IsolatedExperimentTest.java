package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.external.CompiledObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Trials in Java processes of their own.
@Timeout(120)
class IsolatedExperimentTest {
    private static final String CLASS = """
            import dev.mendel.trial.FoldResult;
            import dev.mendel.trial.Objective;
            import dev.mendel.trial.Score;
            import dev.mendel.trial.Trial;
            import java.lang.foreign.MemorySegment;
            import java.lang.foreign.ValueLayout;
            import java.time.Duration;
            import java.util.List;
            import java.util.Map;

            public class Dangerous implements Objective {
                @Override
                public int folds() {
                    return 2;
                }

                @Override
                public FoldResult evaluate(Trial trial, int fold) {
                    System.out.println("chatter");
                    switch (trial.configuration().text("what")) {
                        case "crash" -> MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
                        case "exit" -> System.exit(3);
                        case "hang" -> {
                            for (long i = 1; i != 0; i += 2) {
                                Thread.onSpinWait();
                            }
                        }
                        case "throw" -> throw new IllegalStateException("no way");
                        default -> {}
                    }
                    double value = trial.seed().derive("fold", fold).random().nextDouble();
                    return new FoldResult(
                            new Score(value),
                            Map.of("twice", 2 * value),
                            List.of(new FoldResult.Epoch(1, Double.NaN), new FoldResult.Epoch(2, value)),
                            Duration.ofMillis(3));
                }
            }
            """;

    private static final String EXPERIMENT = """
            experiment: dangerous
            objective:
              java: Dangerous
              jar: classes
              timeout: 5s
            space:
              what: {choices: [fine, crash, exit, good, throw, hang, well]}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String file;

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.writeString(folder.resolve("Dangerous.java"), CLASS);
        CompiledObjective.classes(Files.createDirectory(folder.resolve("classes")), List.of(source));
        file = Files.writeString(folder.resolve("dangerous.yaml"), EXPERIMENT).toString();
        mendel = new CommandLineFixture(folder);
    }

    private String grid(String output, String... settings) {
        String runs = folder.resolve(output).toString();
        var words = new ArrayList<>(List.of("grid", file, "--output", runs));
        words.addAll(List.of(settings));
        assertThat(mendel.type(words.toArray(String[]::new))).as(mendel.err()).isZero();
        return runs;
    }

    /// All trials that have a score, with all digits.
    private String trials(String output, String... settings) {
        mendel.type("best", "latest", "-n", "100", "--json", "--output", grid(output, settings));
        return mendel.out();
    }

    @Test
    void whatCrashesOrHangsIsAFailedTrial() {
        String runs = grid("output", "--set", "objective.isolation=process", "--workers", "2");
        mendel.type("export", "latest", "--output", runs, "--json");
        assertThat(mendel.out())
                .contains(
                        "its process crashed with SIGSEGV",
                        "its process ended with exit code 3",
                        "no result within 5.0 s; its process was killed",
                        "IllegalStateException: no way");
        mendel.type("best", "latest", "-n", "100", "--json", "--output", runs);
        assertThat(mendel.out().lines()).hasSize(3);
        assertThat(Path.of("."))
                .isDirectoryNotContaining(file -> file.toString().contains("hs_err"));
    }

    @Test
    void resultsAreTheSame() {
        String safe = "space.what.choices=[fine, good, well]";
        assertThat(trials("isolated", "--set", "objective.isolation=process", "--set", safe))
                .isEqualTo(trials("alike", "--set", safe));
    }

    @Test
    void digitPairsCanBeIsolatedToo() {
        String[] small = {
            "--limit", "2", "--set", "objective.digit-pairs.pairs=60", "--set", "objective.digit-pairs.epochs=1"
        };
        file = "experiments/quickstart.yaml";
        String[] isolated = Arrays.copyOf(small, small.length + 2);
        isolated[small.length] = "--set";
        isolated[small.length + 1] = "objective.isolation=process";
        assertThat(trials("isolated", isolated)).isEqualTo(trials("alike", small));
    }
}
