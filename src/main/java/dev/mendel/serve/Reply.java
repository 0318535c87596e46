package dev.mendel.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.mendel.report.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer that is there as a whole.
///
/// @param headers beside those that every answer has
record Reply(int status, String type, String body, Map<String, String> headers) {
    static final String HTML = "text/html; charset=utf-8";

    /// Pages load nothing but from here, by address, and nothing may frame them. The charts' library positions
    /// its elements by attributes.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    static Reply of(String type, String body) {
        return new Reply(200, type, body, Map.of());
    }

    /// A page of a few words.
    static Reply page(int status, String title, String words) {
        String html = """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title><!--TITLE--> – Mendel</title>
                <h1><!--TITLE--></h1><p><!--WORDS--></p></html>
                """;
        return new Reply(
                status,
                HTML,
                html.replace("<!--TITLE-->", Page.escaped(title)).replace("<!--WORDS-->", Page.escaped(words)),
                Map.of());
    }

    static Reply nothing() {
        return page(404, "There is no such page", "All runs are on the page at /");
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    /// The headers that every answer has.
    static void guard(Headers headers, String type) {
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        guard(exchange.getResponseHeaders(), type);
        headers.forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
