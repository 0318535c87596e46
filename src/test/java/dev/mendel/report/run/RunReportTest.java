package dev.mendel.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.report.Browser;
import dev.mendel.report.SampleRun;
import dev.mendel.search.Budget;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.FakeObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a search, opened in a browser.
class RunReportTest {
    @TempDir
    Path folder;

    private Path page(StoredRun run) {
        try (run) {
            return RunReport.write(
                    run,
                    new RunDescription("about </script> & \"quotes\"", SampleRun.SPACE, Budget.NONE, Subject.PAIRS));
        }
    }

    private Browser.Opened open(StoredRun run) throws IOException, InterruptedException {
        return new Browser(folder).open(page(run), "light");
    }

    @Test
    void isOneFileThatNeedsNothingElse() throws IOException {
        String html = Files.readString(page(SampleRun.evolution(folder, SampleRun.USUAL, 30)));
        String own = html.substring(0, html.indexOf("<script>")) + html.substring(html.indexOf("application/json"));
        assertThat(own).doesNotContain("http://", "https://", "src=", "/*DATA*/", "/*SCRIPT*/", "@import");
    }

    @Test
    void everyChartOfAnEvolutionDrawsSomethingInLightAndDark() throws Exception {
        Path page = page(SampleRun.evolution(folder, SampleRun.USUAL, 120));
        var browser = new Browser(folder);
        Browser.Opened light = browser.open(page, "light");
        Browser.Opened dark = browser.open(page, "dark");
        assertThat(light.empty()).isEmpty();
        assertThat(dark.empty()).isEmpty();
        assertThat(light.charts())
                .isEqualTo(13 + SampleRun.SPACE.hyperparameters().size())
                .isEqualTo(dark.charts());
        assertThat(light.ink()).isNotEqualTo(dark.ink());
        assertThat(light.dom()).contains("Ancestors of trial", "the training diverged: in epoch … the loss is NaN");
    }

    @Test
    void everyChartIsSavedAsNumbersAndAsPictures() throws Exception {
        Map<String, Integer> saved = new Browser(folder).saved(page(SampleRun.evolution(folder, SampleRun.USUAL, 60)));
        assertThat(saved.keySet())
                .anyMatch(name -> name.endsWith("-best-so-far.csv"))
                .anyMatch(name -> name.endsWith(".png"))
                .anyMatch(name -> name.endsWith(".svg"));
        assertThat(saved.keySet().stream().filter(name -> name.endsWith(".png")))
                .hasSameSizeAs(saved.keySet().stream()
                        .filter(name -> name.endsWith(".svg"))
                        .toList());
        assertThat(saved)
                .allSatisfy((name, size) -> assertThat(size)
                        .as(name)
                        .isGreaterThan(name.endsWith(".csv") ? 20 : name.endsWith(".svg") ? 1000 : 5000));
    }

    @Test
    void everyChartOfAGridDrawsSomething() throws Exception {
        Browser.Opened opened = open(SampleRun.grid(folder, SampleRun.USUAL, 300));
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.charts())
                .isEqualTo(10 + SampleRun.SPACE.hyperparameters().size());
        assertThat(opened.dom()).doesNotContain("Lineage");
    }

    @Test
    void oneTrialIsEnough() throws Exception {
        Browser.Opened opened = open(SampleRun.evolution(folder, FakeObjective.noisy(_ -> 0.5), 1));
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("Importance needs 10 finished trials; there is 1.");
    }

    @Test
    void runThatHasFoundNothingSaysSo() throws Exception {
        Browser.Opened opened = open(SampleRun.evolution(folder, SampleRun.FAILING, 12));
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("No trial has a score.", "fold 0 diverged &lt;b&gt;&amp;amp;&lt;/b&gt;");
    }

    @Test
    void runWithoutAnEndSaysSo() throws Exception {
        Browser.Opened opened = open(SampleRun.unended(folder, 20));
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("This run was broken off; it can be resumed.");
    }

    @Test
    void twentyThousandTrialsAreDrawnInPartAndThePageSaysSo() throws Exception {
        Browser.Opened opened = open(SampleRun.random(folder, SampleRun.SPACE, SampleRun.USUAL, 20_000));
        assertThat(opened.empty()).isEmpty();
        assertThat(opened.dom()).contains("Drawn: 3,000 of ", "A block stands for up to ");
    }
}
