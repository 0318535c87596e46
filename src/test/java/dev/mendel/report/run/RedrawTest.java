package dev.mendel.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendel.report.Browser;
import dev.mendel.report.MendelJson;
import dev.mendel.report.SampleObjective;
import dev.mendel.report.SampleRun;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page that is drawn again with newer data, in a browser.
class RedrawTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Names for what the tests do.
    private static final String PAGE = """
            const figure = name => document.querySelector(`[data-chart="${name}"]`),
              made = name => echarts.getInstanceByDom(figure(name).querySelector(".chart")),
              press = (owner, text) => [...owner.querySelectorAll("button")].find(each => each.textContent === text).click(),
              pressed = owner => [...owner.querySelectorAll("[aria-pressed=true]")].map(each => each.textContent),
              table = () => document.getElementById("trials"),
              words = () => table().querySelector("input[type=search]"),
              names = () => [...document.querySelectorAll("main > section")].map(each => each.id);
            """;

    @TempDir
    Path folder;

    private static final RunDescription DESCRIPTION =
            new RunDescription("", SampleRun.SPACE, Budget.NONE, Subject.PAIRS);

    private StoredRun run(int trials) {
        return SampleRun.evolution(folder, SampleRun.USUAL, trials);
    }

    private ObjectNode data(int trials) throws IOException {
        try (StoredRun run = run(trials)) {
            return (ObjectNode) JSON.readTree(MendelJson.ofRecords(RunView.of(run, DESCRIPTION)));
        }
    }

    private JsonNode told(int trials, String script) throws IOException, InterruptedException {
        try (StoredRun run = run(trials)) {
            return JSON.readTree(new Browser(folder).told(RunReport.write(run, DESCRIPTION), PAGE + script));
        }
    }

    @Test
    void whatAReaderHasChosenStays() throws Exception {
        JsonNode told = told(150, """
                const newer = %s;
                const soFar = made("best-so-far"), parallel = made("parallel");
                press(figure("best-so-far"), "Compute seconds");
                soFar.dispatchAction({type: "legendToggleSelect", name: "trial"});
                soFar.dispatchAction({type: "dataZoom", dataZoomIndex: 0, startValue: 0.05, endValue: 0.1});
                const axis = parallel.getModel().queryComponents({mainType: "parallelAxis"}).at(-1);
                parallel.dispatchAction({type: "axisAreaSelect", parallelAxisId: axis.id, intervals: [[0.9, 0.95]]});
                const pair = figure("interaction").querySelector("select");
                pair.value = pair.options[1].value;
                pair.dispatchEvent(new Event("change"));
                press(figure("importance"), "Table");
                press(table(), "trial");
                words().value = "e";
                words().dispatchEvent(new Event("input"));
                press(table(), "›");
                table().querySelector(".scroll").scrollTop = 77;
                document.querySelector("details").open = true;
                const second = pair.value, before = made("best-so-far");
                mendel.draw(newer);
                const option = soFar.getOption();
                return JSON.stringify({
                  drawings: document.body.dataset.drawings,
                  same: made("best-so-far") === before && !before.isDisposed(),
                  points: option.series[0].data.length,
                  along: pressed(figure("best-so-far"))[0],
                  hidden: option.legend[0].selected,
                  zoom: [option.dataZoom[0].startValue, option.dataZoom[0].endValue],
                  picked: parallel.getModel().queryComponents({mainType: "parallelAxis"}).at(-1).activeIntervals,
                  pair: figure("interaction").querySelector("select").value === second,
                  behind: figure("importance").querySelectorAll("tbody tr").length,
                  sorted: table().querySelector("[aria-sort]").textContent + " " + table().querySelector("[aria-sort]").ariaSort,
                  words: words().value,
                  page: table().querySelector("[role=status]").textContent,
                  scrolled: table().querySelector(".scroll").scrollTop,
                  open: document.querySelector("details").open,
                  empty: document.body.dataset.empty,
                });
                """.formatted(data(300)));
        assertThat(told.get("drawings").asInt()).isEqualTo(2);
        assertThat(told.get("same").asBoolean()).isTrue();
        assertThat(told.get("points").asInt()).isGreaterThan(200);
        assertThat(told.get("along").asText()).isEqualTo("Compute seconds");
        assertThat(told.get("hidden").get("trial").asBoolean(true)).isFalse();
        assertThat(told.get("zoom").toString()).isEqualTo("[0.05,0.1]");
        assertThat(told.get("picked").toString()).isEqualTo("[[0.9,0.95]]");
        assertThat(told.get("pair").asBoolean()).isTrue();
        assertThat(told.get("behind").asInt())
                .isEqualTo(SampleRun.SPACE.hyperparameters().size());
        assertThat(told.get("sorted").asText()).isEqualTo("trial descending");
        assertThat(told.get("words").asText()).isEqualTo("e");
        assertThat(told.get("page").asText()).startsWith("101–200 of ");
        assertThat(told.get("scrolled").asInt()).isEqualTo(77);
        assertThat(told.get("open").asBoolean()).isTrue();
        assertThat(told.get("empty").asText()).isEmpty();
    }

    @Test
    void sectionsComeAndGoWithTheirData() throws Exception {
        JsonNode told = told(60, """
                const full = names(), all = JSON.parse(document.getElementById("data").textContent);
                const without = {...all, curves: [], interactions: [], generations: []};
                const instance = made("importance");
                mendel.draw(without);
                const less = names(), charts = document.body.dataset.charts;
                mendel.draw(all);
                return JSON.stringify({
                  full, less, again: names(), charts,
                  contents: [...document.querySelectorAll("#contents a")].map(each => each.getAttribute("href").slice(1)),
                  same: instance === made("importance"),
                  empty: document.body.dataset.empty,
                });
                """);
        assertThat(told.get("full")).hasSizeGreaterThan(told.get("less").size());
        assertThat(told.get("less").toString()).doesNotContain("curves", "interactions", "generations", "lineage");
        assertThat(told.get("again")).isEqualTo(told.get("full")).isEqualTo(told.get("contents"));
        assertThat(told.get("same").asBoolean()).isTrue();
        assertThat(told.get("empty").asText()).isEmpty();
    }

    @Test
    void emptyPageFillsWithTheFirstTrials() throws Exception {
        JsonNode told = JSON.readTree(new Browser(folder).told(empty(), PAGE + """
                const before = document.getElementById("main").textContent;
                mendel.draw(%s);
                return JSON.stringify({before, after: document.getElementById("main").textContent,
                  charts: document.body.dataset.charts, empty: document.body.dataset.empty});
                """.formatted(data(40))));
        assertThat(told.get("before").asText()).contains("No trial has a score.");
        assertThat(told.get("after").asText()).doesNotContain("No trial has a score.");
        assertThat(told.get("charts").asInt()).isGreaterThan(10);
        assertThat(told.get("empty").asText()).isEmpty();
    }

    private Path empty() {
        try (StoredRun run = SampleRun.evolution(folder, SampleRun.FAILING, 3)) {
            return RunReport.write(run, DESCRIPTION);
        }
    }

    @Test
    void pointsAndRowsLeadToTheirTrials() throws Exception {
        JsonNode told = told(250, """
                const rows = () => [...table().querySelectorAll("tbody tr")],
                  last = rows().at(-1).id;
                const far = JSON.parse(document.getElementById("data").textContent).trials.id.at(-1);
                location.hash = "#trial-" + far;
                dispatchEvent(new HashChangeEvent("hashchange"));
                const found = table().querySelector(".found")?.id;
                words().value = "nothing at all";
                words().dispatchEvent(new Event("input"));
                const none = table().querySelector("[role=status]").textContent;
                const number = table().querySelector("input[type=number]");
                number.value = "0";
                number.dispatchEvent(new Event("change"));
                const missing = table().querySelector("[role=status]").textContent;
                number.value = "1";
                number.dispatchEvent(new Event("change"));
                made("best-so-far").trigger("click", {seriesIndex: 0, data: [8, 0.9, 7]});
                return JSON.stringify({
                  clicked: location.hash, last, far, found, none, jumped: table().querySelector(".found")?.id, words: words().value,
                  missing,
                  link: rows()[0].querySelector("a").getAttribute("href"), id: rows()[0].id,
                });
                """);
        assertThat(told.get("clicked").asText()).isEqualTo("#trial-8");
        assertThat(told.get("last").asText()).isEqualTo("trial-100");
        assertThat(told.get("found").asText())
                .isEqualTo("trial-" + told.get("far").asLong());
        assertThat(told.get("none").asText()).isEqualTo("0 found");
        assertThat(told.get("missing").asText()).isEqualTo("no trial 0");
        assertThat(told.get("jumped").asText()).isEqualTo("trial-1");
        assertThat(told.get("words").asText()).isEmpty();
        assertThat(told.get("link").asText()).isEqualTo("#" + told.get("id").asText());
    }

    @Test
    void linksOfTheDataReplaceThoseOnThePage() throws Exception {
        ObjectNode data = data(30);
        data.putObject("links").put("trial", "/runs/a/trials/{trial}");
        JsonNode told = told(30, """
                mendel.draw(%s);
                return JSON.stringify([...document.querySelectorAll("#best tbody a")].map(each => each.getAttribute("href")));
                """.formatted(data));
        assertThat(told).isNotEmpty();
        assertThat(told).allSatisfy(each -> assertThat(each.asText()).matches("/runs/a/trials/\\d+"));
    }

    @Test
    void pageOfAProgramDrawsAgain() throws Exception {
        SampleObjective sample = SampleObjective.PROGRAM_MINIMISED;
        try (StoredRun run = SampleRun.of(folder, sample, RunKind.EVOLUTION, 40)) {
            var description = new RunDescription("", sample.space(), Budget.NONE, Subject.PROGRAM);
            String told = new Browser(folder).told(RunReport.write(run, description), """
                            const again = () => mendel.draw(JSON.parse(document.getElementById("data").textContent)),
                              html = () => document.getElementById("main").innerHTML.replace(/zr\\d+-[a-z0-9-]+/g, "");
                            again();
                            const before = html();
                            again();
                            return before === html() ? "the same" : "another";
                            """);
            assertThat(told).isEqualTo("the same");
        }
    }
}
