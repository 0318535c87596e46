import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendel.api.Optimum;
import dev.mendel.api.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedTest {
    /// What a user of the library fetches at most.
    private static final long MOST_BYTES = 16_000_000;

    @Test
    void itFetchesLessThan16Megabytes() throws IOException {
        long bytes = 0;
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            jars = files.sorted().toList();
        }
        for (Path jar : jars) {
            bytes += Files.size(jar);
            System.out.println(Files.size(jar) + " " + jar.getFileName());
        }
        System.out.println(bytes + " bytes in " + jars.size() + " jars");
        assertTrue(jars.stream().anyMatch(jar -> jar.getFileName().toString().startsWith("mendel")), jars.toString());
        assertTrue(bytes < MOST_BYTES, bytes + " bytes: " + jars);
    }

    @Test
    void nothingElseIsOnItsPath() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("ai.djl.Model"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("picocli.CommandLine"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.apache.logging.log4j.core.LoggerContext"));
    }

    @Test
    void itSearchesKeepsAndReports(@TempDir Path folder) throws IOException {
        Path store = folder.resolve("run");
        Optimum best = Tuned.inMemory();
        assertEquals(best, Tuned.stored(store));
        assertEquals(best, Tuned.stored(store));
        assertEquals(best, Run.in(store).best().orElseThrow());
        assertEquals(100, Run.in(store).trials().size());
        assertTrue(Files.size(Tuned.report(store)) > 1_000_000);
    }
}
