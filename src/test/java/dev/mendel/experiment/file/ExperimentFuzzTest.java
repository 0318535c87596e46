package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a file holds, it is an experiment or a list of faults.
class ExperimentFuzzTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final List<String> SIGNS = List.of(
            ": ", ", ", "\n", "\n  ", "\n  - ", "&a ", "*a", "!!str ", "---\n", "...\n", "\t", "\u0000", "\u00e9");
    private static final List<String> WORDS = List.of("""
            experiment objective digit-pairs space initial evolution budget seed tower towers model optimizer choices \
            ordered integer real scale grid when default equivalent time diversity adam log 1 -1 0.5 1e-4 1e999 .nan ~ \
            "" {a} [ ] { } | > ' " # ? % <<""".split(" "));

    @TempDir
    Path folder;

    private final RandomGenerator random = new Seed(11).random();
    private int experiments;

    @Test
    void damagedTextsAreExperimentsOrFaults() {
        assertTimeoutPreemptively(LONGEST, () -> {
            for (Path file : ExperimentFilesTest.files()) {
                String whole = Files.readString(file);
                for (int i = 0; i < 750; i++) {
                    String damaged = whole;
                    for (int times = random.nextInt(1, 5); times > 0; times--) {
                        damaged = damaged(damaged);
                    }
                    check(damaged);
                }
            }
        });
        assertThat(experiments).isBetween(100, 1400);
    }

    @Test
    void filesWithFlippedBitsAreExperimentsOrFaults() throws IOException {
        Path file = folder.resolve("x.yaml");
        for (int i = 0; i < 100; i++) {
            byte[] bytes = Files.readAllBytes(Path.of("experiments/quickstart.yaml"));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try {
                ExperimentFile.read(file, List.of());
                experiments++;
            } catch (ExperimentException e) {
                check(e, file.toString());
            }
        }
        assertThat(experiments).isBetween(5, 95);
    }

    @Test
    void heapsOfPiecesAreExperimentsOrFaults() {
        assertTimeoutPreemptively(LONGEST, () -> {
            for (int i = 0; i < 1500; i++) {
                var text = new StringBuilder(random.nextBoolean() ? "" : "experiment: x\nspace: ");
                for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
                    List<String> either = random.nextBoolean() ? SIGNS : WORDS;
                    text.append(either.get(random.nextInt(either.size())));
                }
                check(text.toString());
            }
        });
    }

    @Test
    void swappedPiecesOfExperimentsAreExperimentsOrFaults() {
        var valid = new RandomExperiments(new Seed(12));
        assertTimeoutPreemptively(LONGEST, () -> {
            for (int i = 0; i < 1000; i++) {
                String[] words = ExperimentFile.text(valid.next()).split("(?<=[ ,\\[\\]{}\n])", -1);
                for (int times = random.nextInt(1, 4); times > 0; times--) {
                    words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
                }
                check(String.join("", words));
            }
        });
        assertThat(experiments).isBetween(30, 900);
    }

    private String damaged(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(1, 20));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + (char) random.nextInt(0x3000) + text.substring(end);
            case 1 -> text.substring(0, at) + " :,-#[]{}'\"\n0".charAt(random.nextInt(13)) + text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(end);
            case 3 -> text.substring(0, at);
            default -> linesChanged(text);
        };
    }

    /// Two lines swapped, or one there twice.
    private String linesChanged(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            Collections.swap(lines, one, other);
        } else {
            lines.add(other, lines.get(one));
        }
        return String.join("\n", lines);
    }

    private void check(String text) {
        try {
            Experiment read = ExperimentFile.parse("x.yaml", text, List.of());
            experiments++;
            String resolved = ExperimentFile.text(read);
            assertThat(ExperimentFile.parse("y.yaml", resolved, List.of())).isEqualTo(read.withText(resolved));
        } catch (ExperimentException e) {
            check(e, "x.yaml");
        } catch (RuntimeException | StackOverflowError e) {
            fail(text, e);
        }
    }

    private static void check(ExperimentException e, String file) {
        assertThat(e.faults()).isNotEmpty();
        assertThat(String.valueOf(e.getMessage()).lines())
                .hasSameSizeAs(e.faults())
                .allMatch(line -> line.startsWith(file + ":"));
    }
}
