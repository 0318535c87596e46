package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a run, opened in a browser.
@Tag("training")
class ReportPageTest {
    private static final String SYSTEMS = """
            experiment: page
            description: a page with </script> and "quotes"
            objective:
              digit-pairs: {pairs: 24, rounds: 3, epochs: 3, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              model: {choices: [sharing, both]}
            reported:
              - {of: {model: both}, percent: 1}
            """;

    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void run() throws IOException {
        var mendel = new CommandLineFixture(folder);
        String file = mendel.write("page.yaml", SYSTEMS).toString();
        mendel.type("evaluate", file, "--output", mendel.output().toString(), "--quiet");
        assertThat(mendel.type("report", "latest", "--output", mendel.output().toString()))
                .isZero();
        page = Path.of(mendel.out().strip());
    }

    @Test
    void isOneFileThatNeedsNothingElse() throws IOException {
        String html = Files.readString(page);
        String own = html.substring(0, html.indexOf("<script>")) + html.substring(html.lastIndexOf("<script>"));
        assertThat(own).doesNotContain("http://", "https://", "src=", "/*DATA*/");
    }

    @Test
    void drawsEverythingWithoutAnError() throws Exception {
        List<String> browser = browser();
        assumeTrue(!browser.isEmpty(), "no Chromium on this machine (apt-get install chromium): page not opened");
        Path errors = folder.resolve("errors");
        var command = Stream.concat(
                        browser.stream(),
                        Stream.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--dump-dom",
                                page.toUri().toString()))
                .toList();
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(errors)).doesNotContain("CONSOLE");
        assertThat(dom).contains("data-drawn=\"4\"").contains("</h1>").contains("model=both");
        assertThat(Pattern.compile("<svg").matcher(dom).results().count()).isGreaterThanOrEqualTo(4);
        assertThat(Pattern.compile("<path d=").matcher(dom).results().count()).isGreaterThan(20);
    }

    private static List<String> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(name -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, name))))
                .limit(1)
                .toList();
    }
}
