package dev.mendel.serve;

import dev.mendel.report.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// What pages load: styles and scripts, the same for all. An address has a mark of its content, so a browser
/// may keep what it has.
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#005a9c"/>\
            <path d="M7 24V8l9 11 9-11v16" fill="none" stroke="#fff" stroke-width="3.4"/></svg>
            """;

    private final Map<String, Reply> replies = new TreeMap<>();

    Assets() {
        put("page.css", "text/css; charset=utf-8", Page.style());
        put("icon.svg", "image/svg+xml", ICON);
        put("charts.js", SCRIPT, Page.library());
        put("live.js", SCRIPT, resource("live.js"));
        Arrays.stream(Page.values()).forEach(page -> put(file(page), SCRIPT, page.script()));
    }

    Optional<Reply> find(String file) {
        return Optional.ofNullable(replies.get(file));
    }

    /// The frame of a page that fetches its data and follows its events.
    ///
    /// @param address of the page
    /// @param query of the page, with its question mark; empty for none
    Reply frame(Content content, String address, String query) {
        String base = address.equals("/") ? "" : address;
        return Reply.of(
                Reply.HTML,
                Page.linked(
                        content.title() + " – Mendel",
                        element("<link rel=\"stylesheet\" href=\"%s\">", "page.css")
                                + element("\n<link rel=\"icon\" href=\"%s\">", "icon.svg"),
                        element("<script src=\"%s\"></script>\n", "charts.js")
                                + element("<script src=\"%s\"></script>\n", file(content.page()))
                                + element("<script src=\"%s\" data-data=\"", "live.js")
                                + Page.escaped(base + "/data.json" + query)
                                + "\" data-events=\""
                                + Page.escaped(base + "/events" + query)
                                + "\"></script>"));
    }

    private static String file(Page page) {
        return page.name().toLowerCase(Locale.ROOT) + ".js";
    }

    private String element(String form, String file) {
        Reply reply = replies.get(file);
        if (reply == null) {
            throw new IllegalArgumentException("nothing is called " + file);
        }
        var mark = new CRC32C();
        mark.update(reply.body().getBytes(StandardCharsets.UTF_8));
        return form.replace("%s", "/assets/" + file + "?" + HexFormat.of().toHexDigits((int) mark.getValue()));
    }

    private void put(String file, String type, String text) {
        replies.put(file, Reply.of(type, text).with("Cache-Control", "private, max-age=31536000, immutable"));
    }

    private static String resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
