package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.report.Browser;
import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Browser.Opened opened = new Browser(folder).open(page, "light");
        assertThat(opened.charts()).isEqualTo(4);
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("page</h1>").contains("model=both");
    }

    @Test
    void searchWritesItsPageAtItsEndAndTellsProgramsWhereItIs() throws Exception {
        var mendel = new CommandLineFixture(folder);
        String file = mendel.write("tiny.yaml", CommandLineFixture.TINY).toString();
        assertThat(mendel.type("evolve", file, "--output", mendel.output().toString(), "--json"))
                .isZero();
        Path written = RunDirectory.find(mendel.output(), "tiny").path().resolve("report.html");
        assertThat(mendel.out()).contains("\"report\":\"" + written + "\"");
        Browser.Opened opened = new Browser(folder).open(written, "dark");
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.charts()).isGreaterThan(9);
    }
}
