package dev.mendel.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// Tells one reader of changes, as server-sent events, until it is gone or the server ends: `change` with a
/// number, the first at once, and `end`. What has changed is to be fetched.
///
/// @param ending whether the server ends, which comes with a tick
record EventStream(Topic topic, Clock clock, BooleanSupplier ending) {
    /// A reader that is gone is noticed when something is written to it.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// Writes until the end.
    ///
    /// @throws IOException when the reader is gone
    void send(HttpExchange exchange) throws IOException {
        Reply.guard(exchange.getResponseHeaders(), "text/event-stream; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            tell(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        write(out, "retry: 2000\n\n");
        long told = 0;
        while (!ending.getAsBoolean()) {
            long version = topic.version();
            if (version > told) {
                told = version;
                write(out, String.format(Locale.ROOT, "event: change\ndata: %d\n\n", version));
            }
            long last = told;
            if (!clock.await(() -> ending.getAsBoolean() || topic.version() > last, HEARTBEAT)) {
                write(out, ": still here\n\n");
            }
        }
        write(out, "event: end\ndata: 0\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
