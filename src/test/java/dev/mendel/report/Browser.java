package dev.mendel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A headless Chromium, to open pages as a reader would.
///
/// @param folder for its profile and log
public record Browser(Path folder) {
    /// Presses every button that saves a file, and notes the name and size of what would be saved.
    private static final String PRESS = """
            const saved = [], sizes = new Map(), address = URL.createObjectURL.bind(URL);
            URL.createObjectURL = blob => { const made = address(blob); sizes.set(made, blob.size); return made; };
            HTMLAnchorElement.prototype.click = function() {
              saved.push(this.download + "=" + (sizes.get(this.href) ?? this.href.length));
            };
            document.querySelectorAll(".tools button").forEach(button => {
              if (/^(CSV|PNG|SVG)$/.test(button.textContent)) button.click();
            });
            return saved.join(" ");
            """;

    private static final Pattern ATTRIBUTE = Pattern.compile("<body(\\s+[\\w-]+=\"[^\"]*\")*>");

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
        return opened(dom(page, colours));
    }

    /// What a page's buttons save: the size of each file, by its name; in characters for pictures.
    public Map<String, Integer> saved(Path page) throws IOException, InterruptedException {
        return Stream.of(told(page, PRESS).split(" "))
                .map(entry -> entry.split("="))
                .collect(Collectors.toMap(entry -> entry[0], entry -> Integer.valueOf(entry[1])));
    }

    /// What a script at the page's end has to tell.
    ///
    /// @param script the body of a function, which returns a text
    public String told(Path page, String script) throws IOException, InterruptedException {
        String html = Files.readString(page);
        int end = html.lastIndexOf("</body>");
        String told =
                "<script>document.body.dataset.told = (() => {\n" + script.replace("</", "<\\/") + "\n})();</script>";
        Path telling =
                Files.writeString(folder.resolve("telling.html"), html.substring(0, end) + told + html.substring(end));
        Matcher body = ATTRIBUTE.matcher(dom(telling, "light"));
        assertThat(body.find()).isTrue();
        return attribute(body.group(), "told").replace("&quot;", "\"").replace("&amp;", "&");
    }

    private String dom(Path page, String colours) throws IOException, InterruptedException {
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
        return dom;
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
