package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The same trainings end with the same bits on every machine: a hash that differs is a bug in Mendel, never in the
/// machine. The hashes change only with an arithmetic that is meant to be another, and then its number does too.
@Tag("training")
class GoldenTrainingTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @ParameterizedTest
    @EnumSource
    void weightsAreGolden(GoldenTraining training) throws Exception {
        assertThat(training.train()).as(training.name()).isEqualTo(training.hash());
    }

    /// Collectors, heaps, compilers, widths of vectors and numbers of workers.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vectors -XX:+UseSerialGC -Xmx256m                   |  | 1
            vectors -XX:+UseG1GC -Xmx2g                         |  | 2
            vectors -XX:+UseZGC -Xmx512m                        |  | 4
            vectors -XX:UseAVX=2                                |  | 1
            vectors -XX:UseAVX=1                                |  | 1
            vectors -XX:UseAVX=0                                |  | 1
            vectors -XX:MaxVectorSize=16                        |  | 2
            -XX:+UseParallelGC                                  |  | 4
            -XX:UseAVX=1                                        |  | 2
            -XX:UseAVX=0                                        | FULLY | 1
            vectors -XX:TieredStopAtLevel=1                     |  | 2
            -XX:-TieredCompilation                              |  | 1
            vectors -Xint                                       | STRIDED | 1
            """)
    @Timeout(120)
    void inOtherJavaMachinesToo(String options, String trainings, int threads) throws Exception {
        boolean ofX86 = options.contains("AVX") || options.contains("MaxVectorSize");
        assumeTrue(!ofX86 || List.of("amd64", "x86_64").contains(System.getProperty("os.arch")));
        String which = trainings == null ? "" : trainings;
        var expected = new ArrayList<String>();
        for (GoldenTraining training : GoldenTraining.values()) {
            if (training.name().startsWith(which)) {
                expected.add(training + " " + training.hash());
            }
        }
        List<String> lines = child(options.replace("vectors", VECTORS), which, threads);
        assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(expected);
        boolean vectors = options.contains("vectors") && !options.matches(".*(AVX=0|TieredStop|Xint).*");
        assertThat(lines.getLast()).contains(vectors ? "in vectors of " : "in plain loops");
    }

    private static List<String> child(String options, String which, int threads) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options.strip().split(" ")));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                GoldenTraining.class.getName(),
                which,
                Integer.toString(threads)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().filter(line -> !line.contains("warning")).toList();
        } finally {
            process.destroy();
        }
    }
}
