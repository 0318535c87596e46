package dev.mendel.report;

import dev.mendel.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// One HTML file that needs nothing else: the frame that all pages share, the charts' library, a script for the
/// kind of page, and the data as JSON.
///
/// The script's only name is `mendel`. `mendel.draw(data)` draws the page; called again with newer data it draws
/// the page again and keeps what a reader has chosen. Where the data has `links: {trial: "…{trial}…"}`, points and
/// rows lead to that address with the trial's number, else to `#trial-N`, the trial's row on the page.
public enum Page {
    /// A search: see [dev.mendel.report.run.RunReport].
    RUN(
            "run/start",
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
            "run/timeline",
            "run/trials",
            "run/failures",
            "run/ran"),
    /// Fixed systems over rounds: see [dev.mendel.report.results.RoundsReport].
    ROUNDS("rounds/start"),
    /// Several runs side by side: see [dev.mendel.report.compare.ComparisonReport].
    COMPARISON(
            "comparison/start",
            "comparison/progress",
            "comparison/cost",
            "comparison/reach",
            "comparison/finals",
            "comparison/runs");

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
                .replace("<!--TITLE-->", title.replace("&", "&amp;").replace("<", "&lt;"))
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*ECHARTS*/", resource(ECHARTS))
                .replace("/*SCRIPT*/", script())
                .replace("/*DATA*/", MendelJson.ofRecords(data).replace("<", "\\u003c"));
    }

    /// The whole script but for the charts' library.
    private String script() throws IOException {
        return String.format(Locale.ROOT, """
                "use strict";
                const mendel = (() => {
                const frame = (() => {
                %s})();
                const page = data => {
                %s};
                return {draw: data => frame.draw(data, page)};
                })();
                """, joined(FRAME), joined(scripts));
    }

    private static String joined(List<String> parts) throws IOException {
        var joined = new StringBuilder();
        for (String part : parts) {
            joined.append(resource(part + ".js")).append('\n');
        }
        return joined.toString();
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
