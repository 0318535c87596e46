package dev.mendel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A headless Chromium, to open pages as a reader would.
///
/// @param folder for its profile and log
public record Browser(Path folder) {
    private static final Pattern ATTRIBUTE = Pattern.compile("<body[^>]*>");

    /// A page as it stands after its script has run.
    ///
    /// @param dom the document's header and content
    /// @param charts how many charts it has
    /// @param empty the names of the charts whose series have drawn no shape
    /// @param ink the colour of its text
    public record Opened(String dom, int charts, String empty, String ink) {}

    /// Opens a page; skips the test with a message where there is no browser, fails it if the page says
    /// anything on the console.
    ///
    /// @param colours light or dark
    public Opened open(Path page, String colours) throws IOException, InterruptedException {
        List<String> names = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(name -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, name))))
                .toList();
        assumeTrue(!names.isEmpty(), "no Chromium on this machine (apt-get install chromium): page not opened");
        Path log = folder.resolve("console-" + colours);
        Process process = new ProcessBuilder(
                        names.getFirst(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--window-size=1200,900",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri() + "#colours=" + colours)
                .redirectError(log.toFile())
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log)).doesNotContain("CONSOLE");
        return opened(dom);
    }

    private static Opened opened(String dom) {
        Matcher body = ATTRIBUTE.matcher(dom);
        assertThat(body.find()).isTrue();
        return new Opened(
                dom.substring(dom.indexOf("<header"), dom.indexOf("</main>")),
                Integer.parseInt(attribute(body.group(), "charts")),
                attribute(body.group(), "empty"),
                attribute(body.group(), "ink"));
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(tag);
        assertThat(matcher.find()).as(tag).isTrue();
        return matcher.group(1);
    }
}
