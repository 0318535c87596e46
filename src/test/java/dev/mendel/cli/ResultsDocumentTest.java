package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document of results is what the program prints of the results that are kept.
class ResultsDocumentTest {
    @Test
    void theDocumentIsPrintedFromWhatIsKept(@TempDir Path folder) throws IOException {
        String[] words;
        try (Stream<Path> kept = Files.list(Path.of("experiments/results"))) {
            words = Stream.concat(Stream.of("results"), kept.map(Path::toString).sorted())
                    .toArray(String[]::new);
        }
        assertThat(words).hasSizeGreaterThan(10);
        var mendel = new CommandLineFixture(folder);
        assertThat(mendel.type(words)).isZero();
        assertThat(Path.of("experiments/RESULTS.md")).content().isEqualTo(mendel.out());
    }
}
