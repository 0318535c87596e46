package dev.mendel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.api.Optimizer;
import dev.mendel.report.SampleRun;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Served pages in a browser.
class LivePageTest {
    /// Names for what the tests do.
    private static final String NAMES = """
            var figure = name => document.querySelector(`[data-chart="${name}"]`),
              made = name => echarts.getInstanceByDom(figure(name).querySelector(".chart")),
              press = (owner, text) => [...owner.querySelectorAll("button")].find(each => each.textContent === text).click(),
              pressed = owner => [...owner.querySelectorAll("[aria-pressed=true]")].map(each => each.textContent),
              tile = what => [...document.querySelectorAll(".tile")].find(each => each.innerText.toLowerCase().startsWith(what)).querySelector("b").innerText,
              drawings = () => Number(document.body.dataset.drawings);
            """;

    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void make() throws Exception {
        output = Files.createDirectory(folder.resolve("output"));
    }

    /// A search in this program, a trial of which is evaluated for each permit.
    private CompletableFuture<Void> search(String name, Semaphore permits, int trials) {
        SearchSpace space = SearchSpace.of(
                Hyperparameter.real("x", -1, 1),
                Hyperparameter.real("y", -1, 1),
                Hyperparameter.choices("kind", "a", "b"));
        // not in the pool that all share: waiting for permits it would hold up others
        return CompletableFuture.runAsync(
                () -> Optimizer.minimise(space)
                        .trials(trials)
                        .seed(1)
                        .store(output.resolve(name))
                        .run(trial -> {
                            permits.acquire();
                            return Math.pow(trial.real("x"), 2) + Math.abs(trial.real("y"));
                        }),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    @Test
    void aPageGrowsAndKeepsWhatAReaderHasChosen() throws Exception {
        var permits = new Semaphore(30);
        CompletableFuture<Void> search = search("growing", permits, 80);
        RunDirectory run = new RunDirectory(output.resolve("growing"));
        LiveBrowser.await(() -> permits.availablePermits() == 0);
        try (var served = new ServedFixture(output);
                var browser = new LiveBrowser(folder)) {
            browser.open(served.server().address(run));
            browser.await("document.body.dataset.drawings >= 1");
            assertThat(browser.tell("location.search + location.hash")).isEmpty();
            browser.tell(NAMES);
            browser.tell("window.mark = 'not loaded again'; press(figure('best-so-far'), 'Compute seconds');"
                    + "document.querySelector('details').open = true; window.before = made('best-so-far'); 1");
            browser.await("tile('trials') === '30'");
            permits.release(20);
            browser.await("tile('trials') === '50'");
            assertThat(browser.tell("window.mark")).isEqualTo("not loaded again");
            assertThat(browser.tell("pressed(figure('best-so-far'))[0]")).isEqualTo("Compute seconds");
            assertThat(browser.tell("document.querySelector('details').open")).isEqualTo("true");
            assertThat(browser.tell("made('best-so-far') === window.before")).isEqualTo("true");
            assertThat(browser.tell("document.querySelector('#main > .going').innerText"))
                    .isEqualTo("This run is going on; the page follows it.");
            permits.release(1000);
            search.get(60, TimeUnit.SECONDS);
            browser.await("tile('trials') === '80' && !document.querySelector('#main > .going')");
            browser.tell("document.querySelector('#trials tbody tr').click()");
            browser.await(
                    "document.querySelector('h1').innerText === 'Trial 1' && !!document.querySelector('#folds td')");
            served.server().close();
            browser.await(
                    "document.querySelector('.live').innerText === 'The server has ended: this page stays as it is.'");
            assertThat(browser.tell("document.querySelector('h1').innerText")).isEqualTo("Trial 1");
            assertThat(browser.complaints())
                    .allMatch(complaint -> complaint.contains("ERR_"), "nothing but the end of the connection");
        }
    }

    @Test
    void theListGrowsAndLeadsToComparisons() throws Exception {
        try (StoredRun first = SampleRun.evolution(output, SampleRun.USUAL, 40);
                StoredRun second = SampleRun.grid(output, SampleRun.USUAL, 30)) {
            ServedFixture.readable(first);
            ServedFixture.readable(second);
        }
        try (var served = new ServedFixture(output);
                var browser = new LiveBrowser(folder)) {
            browser.open(served.server().address());
            browser.await("document.querySelectorAll('#runs tbody tr').length === 2");
            browser.tell("document.querySelector('#runs input[type=checkbox]').click()");
            browser.tell("document.querySelector('#runs input[type=checkbox]:not(:checked)').click()");
            browser.await("document.querySelector('.picked a').innerText === 'Compare 2 runs'");
            search("later", new Semaphore(1000), 20).get(60, TimeUnit.SECONDS);
            browser.await("document.querySelectorAll('#runs tbody tr').length === 3");
            assertThat(browser.tell("document.querySelectorAll('#runs input:checked').length"))
                    .isEqualTo("2");
            Files.writeString(output.resolve("later/note.txt"), "<b>noted</b>");
            browser.await("document.querySelector('#runs').innerText.includes('<b>noted</b>')");
            String first = "document.querySelector('#runs tbody tr a').innerText";
            browser.tell("document.querySelector('#runs th button[value=age]').click()");
            assertThat(browser.tell(first)).isEqualTo("later");
            browser.tell("document.querySelector('#runs th button[value=age]').click()");
            assertThat(browser.tell(first)).isNotEqualTo("later");
            browser.tell("document.querySelector('.picked a').click()");
            browser.await("document.body.dataset.charts >= 3");
            assertThat(browser.tell("document.querySelector('.trail').innerText"))
                    .contains("All runs › Comparison");
            assertThat(browser.tell("document.querySelectorAll('#runs a[href^=\\\"/runs/\\\"]').length"))
                    .isEqualTo("2");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whatCantBeShownIsSaid() throws Exception {
        String run;
        try (StoredRun stored = SampleRun.evolution(output, SampleRun.USUAL, 40)) {
            run = ServedFixture.readable(stored);
        }
        try (var served = new ServedFixture(output);
                var browser = new LiveBrowser(folder)) {
            String base =
                    "http://127.0.0.1:" + URI.create(served.server().address()).getPort();
            browser.open(served.server().address(new RunDirectory(output.resolve(run))));
            browser.await("document.body.dataset.charts > 5");
            assertThat(browser.tell("document.body.dataset.empty")).isEmpty();
            browser.open(base + "/runs/" + run + "/trials/4711");
            browser.await("document.querySelector('.live').innerText.includes('there is no trial 4711')");
            browser.open(base + "/runs/" + run + "/trials/5");
            browser.await("!!document.querySelector('#curves') && !!document.querySelector('#log')");
            new RunDirectory(output.resolve(run)).delete();
            browser.await("document.querySelector('.live').innerText === 'This is no longer there.'");
            assertThat(browser.tell("document.querySelector('h1').innerText")).isEqualTo("Trial 5");
        }
    }
}
