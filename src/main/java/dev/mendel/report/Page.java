package dev.mendel.report;

import dev.mendel.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// One HTML file that needs nothing else: the frame that all pages share, the charts' library, a script for the
/// kind of page, and the data as JSON.
///
/// The script's only name is `mendel`. `mendel.draw(data)` draws the page; called again with newer data it
/// draws the page again and keeps what a reader has chosen; `mendel.again()` draws the same data again. Where
/// the data has `links: {trial: "…{trial}…"}`, points and rows lead to that address with the trial's number,
/// else to `#trial-N`, the trial's row on the page.
public enum Page {
    /// A search: see [dev.mendel.report.run.RunReport].
    RUN(
            "run/start",
            "run/head",
            "run/front",
            "run/best",
            "run/progress",
            "run/distribution",
            "run/generations",
            "run/parallel",
            "run/importance",
            "run/slices",
            "run/planes",
            "run/interaction",
            "run/contour",
            "run/ranks",
            "run/parts",
            "run/curves",
            "run/stopping",
            "run/timeline",
            "run/trials",
            "run/failures",
            "run/ran"),
    /// Fixed systems over rounds: see [dev.mendel.report.results.RoundsReport].
    ROUNDS("rounds/start"),
    /// Several runs side by side: see [dev.mendel.report.compare.ComparisonReport].
    COMPARISON(
            "comparison/parts",
            "comparison/start",
            "comparison/progress",
            "comparison/cost",
            "comparison/reach",
            "comparison/finals",
            "comparison/runs"),
    /// Several runs with several objectives side by side: see [dev.mendel.report.compare.front.Compared].
    FRONTS(
            "comparison/parts",
            "fronts/start",
            "fronts/front",
            "comparison/progress",
            "fronts/cost",
            "fronts/finals",
            "fronts/runs"),
    /// All runs of a folder, with the way to each: served by [dev.mendel.serve.Server] only.
    RUNS("runs/start"),
    /// One trial: served only.
    TRIAL("trial/start", "trial/folds", "trial/kin");

    private static final List<String> FRAME = List.of(
            "frame/basics",
            "frame/axes",
            "frame/parts",
            "frame/tables",
            "frame/charts",
            "frame/frame",
            "frame/exports");
    private static final String ECHARTS = "echarts.min.js";

    @SuppressWarnings("ImmutableEnumChecker") // a copy that never changes
    private final List<String> scripts;

    /// @param scripts the parts of the page's script, which see each other's names, in the order of its
    ///     sections
    Page(String... scripts) {
        this.scripts = List.of(scripts);
    }

    /// Writes the page, replacing one that is there.
    ///
    /// @param title the title of the browser's tab
    /// @param data the data for the page's script, as records or JSON
    /// @throws StoreException if it can't be written
    public Path write(Path file, String title, Object data) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(unfinished, html(title, data));
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be written: " + e.getMessage(), e);
        }
    }

    private String html(String title, Object data) throws IOException {
        return resource("page.html")
                .replace("<!--TITLE-->", escaped(title))
                .replace("<!--STYLE-->", "<style>\n" + resource("page.css") + "\n</style>")
                .replace("<!--SCRIPTS-->", """
                        <script>/*ECHARTS*/</script>
                        <script type="application/json" id="data">/*DATA*/</script>
                        <script>
                        /*SCRIPT*/
                        mendel.draw(JSON.parse(document.getElementById("data").textContent));
                        </script>""")
                .replace("/*ECHARTS*/", resource(ECHARTS))
                .replace("/*SCRIPT*/", script())
                .replace("/*DATA*/", MendelJson.ofRecords(data).replace("<", "\\u003c"));
    }

    /// The frame of a page whose style and scripts have addresses of their own, without any data.
    ///
    /// @param links elements for its head
    /// @param scripts elements for its end, which load the charts' library and the [#script], and draw
    public static String linked(String title, String links, String scripts) {
        try {
            return resource("page.html")
                    .replace("<!--TITLE-->", escaped(title))
                    .replace("<!--STYLE-->", links)
                    .replace("<!--SCRIPTS-->", scripts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The style that all pages share.
    public static String style() {
        return text("page.css");
    }

    /// The charts' library.
    public static String library() {
        return text(ECHARTS);
    }

    /// A text for an element or an attribute in double quotes.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /// The whole script but for the charts' library.
    public String script() {
        return String.format(Locale.ROOT, """
                "use strict";
                const mendel = (() => {
                const frame = (() => {
                %s})();
                const page = data => {
                %s};
                return {draw: data => frame.draw(data, page), again: () => frame.again(page)};
                })();
                """, joined(FRAME), joined(scripts));
    }

    private static String joined(List<String> parts) {
        var joined = new StringBuilder();
        for (String part : parts) {
            joined.append(text(part + ".js")).append('\n');
        }
        return joined.toString();
    }

    private static String text(String name) {
        try {
            return resource(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
