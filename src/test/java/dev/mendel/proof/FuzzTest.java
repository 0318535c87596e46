package dev.mendel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import dev.mendel.data.IdxFuzzTarget;
import dev.mendel.experiment.file.ExperimentFuzzTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jazzer looks for files that the readers can't cope with, guided by the code that they reach.
@Tag("proof")
class FuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("mendel.fuzz", 10_000);
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

    @ParameterizedTest
    @ValueSource(classes = {IdxFuzzTarget.class, ExperimentFuzzTarget.class})
    void everyFileIsReadOrRefused(Class<?> target, @TempDir Path folder) throws IOException, InterruptedException {
        Path corpus = Path.of("src/test/resources/fuzz", target.getSimpleName()).toAbsolutePath();
        Path found = Files.createDirectory(folder.resolve("found"));
        Path log = folder.resolve("log");
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--cp=" + System.getProperty("java.class.path"),
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=dev.mendel.**",
                        "-runs=" + EXECUTIONS,
                        "-timeout=20",
                        found.toString(),
                        corpus.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = jazzer.waitFor();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        Matcher done = DONE.matcher(said);
        assertThat(done.find()).as(said).isTrue();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s executions | %s s | %d files in the corpus, %d found | 0 failures |%n",
                target.getSimpleName(),
                done.group(1),
                done.group(2),
                files(corpus),
                files(found));
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
