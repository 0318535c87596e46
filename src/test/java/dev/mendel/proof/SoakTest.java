package dev.mendel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendel.cli.Typing;
import dev.mendel.external.CompiledObjective;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long run takes no more files and threads with time, and memory only for the trials that it knows.
@Tag("proof")
class SoakTest {
    private static final int TRAININGS = Integer.getInteger("mendel.soak.trainings", 400);
    private static final int FREE = Integer.getInteger("mendel.soak.free", 10_000);
    private static final long PERIOD = Long.getLong("mendel.soak.milliseconds", 1000);

    private static final String TINY = """
            experiment: soak
            objective:
              digit-pairs: {pairs: 24, folds: 2, epochs: 1, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {real: [1e-4, 1e-1], scale: log}
            """;

    private static final String FREE_CLASS = """
            import dev.mendel.trial.FoldResult;
            import dev.mendel.trial.Objective;
            import dev.mendel.trial.Trial;

            public class Free implements Objective {
                @Override
                public FoldResult evaluate(Trial trial, int fold) {
                    return FoldResult.of(trial.configuration().real("x"));
                }
            }
            """;

    @TempDir
    Path folder;

    /// The state of this process.
    private record Sample(double seconds, long heap, long resident, long files, long threads) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %.0f | %d | %d | %d | %d |", seconds, heap >> 20, resident >> 20, files, threads);
        }
    }

    @Test
    void trainings() throws Exception {
        Path file = Files.writeString(folder.resolve("soak.yaml"), TINY);
        soak(TRAININGS + " trainings", file, TRAININGS / 2);
    }

    @Test
    void freeTrials() throws Exception {
        Path source = Files.writeString(folder.resolve("Free.java"), FREE_CLASS);
        CompiledObjective.classes(Files.createDirectory(folder.resolve("classes")), List.of(source));
        Path file = Files.writeString(folder.resolve("free.yaml"), """
                experiment: free
                objective: {java: Free, jar: classes}
                space: {x: {real: [0, 1]}}
                """);
        soak(FREE + " free trials", file, FREE);
    }

    private void soak(String what, Path file, int trials) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "files and memory are read from /proc");
        var samples = new ArrayList<Sample>();
        long began = System.nanoTime();
        try (var sampler = Executors.newSingleThreadScheduledExecutor()) {
            var _ = sampler.scheduleAtFixedRate(
                    () -> samples.add(sample(began)), PERIOD, PERIOD, TimeUnit.MILLISECONDS);
            String output = folder.resolve("output").toString();
            assertThat(Typing.type("random", file.toString(), "--trials", "" + trials, "--output", output, "--quiet"))
                    .isZero();
            sampler.shutdownNow();
        }
        samples.add(sample(began));
        System.out.println(
                what + ":\n| seconds | heap, MB | resident, MB | open files | threads |\n|---|---|---|---|---|");
        samples.forEach(System.out::println);
        Sample last = samples.getLast();
        Sample first = samples.getFirst();
        assertThat(last.files()).isLessThanOrEqualTo(first.files() + 8);
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + 4);
        assertThat(last.heap() - first.heap()).isLessThan((64L << 20) + 4096L * trials);
    }

    private static Sample sample(long began) {
        System.gc();
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
            return new Sample(
                    (System.nanoTime() - began) / 1e9,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    Long.parseLong(pages) * 4096,
                    files.count(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
