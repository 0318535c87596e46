package dev.mendel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless Chromium that stays open, and is asked while a page lives: by its debugging protocol.
final class LiveBrowser implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final StringBuilder heard = new StringBuilder();
    private int asked;

    /// Skips the test with a message where there is no browser.
    LiveBrowser(Path folder) throws Exception {
        List<String> names = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(name -> Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, name))))
                .toList();
        assumeTrue(!names.isEmpty(), "no Chromium on this machine (apt-get install chromium): page not opened");
        Path profile = folder.resolve("profile");
        process = new ProcessBuilder(
                        names.getFirst(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--window-size=1200,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
        List<String> lines = Files.readAllLines(port);
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page(lines.getFirst())), this)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            ask(domain + ".enable", Map.of());
        }
    }

    /// What has to hold at last.
    interface Condition {
        boolean holds() throws Exception;
    }

    private String page(String port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                .build();
        for (JsonNode target : JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
            if (target.get("type").asText().equals("page")) {
                return target.get("webSocketDebuggerUrl").asText();
            }
        }
        throw new IOException("the browser has no page");
    }

    void open(String address) throws Exception {
        ask("Page.navigate", Map.of("url", address));
    }

    /// The window's size, and the colours that its system prefers.
    void dress(int width, int height, String colours) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /// What a script in the page comes to, as text.
    String tell(String script) throws Exception {
        JsonNode result = ask("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
        assertThat(result.has("exceptionDetails")).as(result.toString()).isFalse();
        return result.get("result").path("value").asText();
    }

    /// Waits until a script in the page comes to true.
    void await(String script) throws Exception {
        try {
            await(() -> isSo("try { String(" + script + ") } catch { 'no' }"));
        } catch (AssertionError e) {
            throw new AssertionError(
                    script + " is not so; the page says: " + tell("document.body?.innerText?.slice(0, 500)") + " "
                            + complaints,
                    e);
        }
    }

    /// Whether a script comes to true; it does not where the page is left before the answer.
    private boolean isSo(String script) throws Exception {
        return answer("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
                .at("/result/result/value")
                .asText()
                .equals("true");
    }

    static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to that");
            }
            Thread.sleep(50);
        }
    }

    /// What the page has said on the console, or was not allowed to do.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Keeps a picture of the page as far as its first so many points go.
    void picture(Path file, int height) throws Exception {
        JsonNode shot = ask(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x",
                                0,
                                "y",
                                0,
                                "scale",
                                1,
                                "height",
                                height,
                                "width",
                                Integer.valueOf(tell("innerWidth")))));
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
        JsonNode told = answer(method, parameters);
        assertThat(told.has("error")).as(method + ": " + told).isFalse();
        return told.get("result");
    }

    private JsonNode answer(String method, Map<String, ?> parameters) throws Exception {
        int number = ++asked;
        var answer = new CompletableFuture<JsonNode>();
        answers.put(number, answer);
        ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard.append(data);
        if (last) {
            hear(heard.toString());
            heard.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void hear(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.has("id")) {
                CompletableFuture<JsonNode> answer =
                        answers.remove(message.get("id").asInt());
                if (answer != null) {
                    answer.complete(message);
                }
            } else if (List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                    .contains(message.get("method").asText())) {
                complaints.add(message.get("params").toString());
            }
        } catch (IOException e) {
            complaints.add(text);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        // asked to end, it may go on at full speed for ever
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }
}
