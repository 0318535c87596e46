package dev.mendel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendel.report.SampleObjective;
import dev.mendel.report.SampleRun;
import dev.mendel.search.RunKind;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path output;
    private String run;
    private ServedFixture served;

    @BeforeEach
    void serve() throws Exception {
        output = Files.createDirectory(folder.resolve("output"));
        Files.writeString(folder.resolve("secret.txt"), "outside");
        try (StoredRun stored = SampleRun.evolution(output, SampleRun.USUAL, 40)) {
            Files.writeString(
                    stored.directory().path().resolve("mendel.log"),
                    "trial 3: begins\ntrial 33: other\nworker 1 / trial 3: <b>said</b>\n");
            run = ServedFixture.readable(stored);
        }
        served = new ServedFixture(output);
    }

    @AfterEach
    void end() {
        served.close();
    }

    private JsonNode data(String address) throws Exception {
        HttpResponse<String> answer = served.let(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void theTokenIsExchangedForACookieAndLeavesTheAddress() throws Exception {
        HttpResponse<String> answer = served.get("/runs/" + run + "?token=" + served.token() + "&colours=dark");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/runs/" + run + "?colours=dark");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("mendel-" + served.port() + "=")
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(served.let("/").statusCode()).isEqualTo(200);
        assertThat(served.token()).hasSize(22);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/data.json", "/events", "/assets/page.css", "/runs/x", "/nothing", "/?token=", "/?token=x"
            })
    void nothingIsShownWithoutTheToken(String address) throws Exception {
        HttpResponse<String> answer = served.get(address);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("The token is missing").doesNotContain(run);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anotherServersCookieLetsNobodyIn() throws Exception {
        assertThat(served.raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: mendel-1="
                        + served.token() + "; mendel-" + served.port() + "=\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(served.raw("GET / HTTP/1.1\r\nHost: localhost:9\r\nConnection: close\r\nCookie: a=b; "
                        + served.cookie() + "; c=d\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: localhost.evil.example:80",
                "Host: ",
                "X: y",
                "Host: localhost\r\nHost: evil.example",
                "Host: [::1]"
            })
    void otherNamesOfThisMachineAreRefused(String host) throws Exception {
        assertThat(served.raw("GET / HTTP/1.1\r\n" + host + "\r\nConnection: close\r\nCookie: " + served.cookie()
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain(run);
        assertThat(served.raw("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                        + served.cookie() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void nothingCanBeWritten(String method) throws Exception {
        HttpResponse<String> answer = served.method(method, "/runs/" + run);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/data.json", "/events", "/assets/charts.js", "/compare?run=x"})
    void headersAreThoseOfGet(String address) throws Exception {
        HttpResponse<String> head = served.method("HEAD", address);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe-eval");
        assertThat(head.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(head.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(head.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2fsecret.txt",
                "/../secret.txt",
                "/runs/..%2f..%2fsecret.txt",
                "/runs/../../secret.txt",
                "/runs/%2e%2e/%2e%2e/secret.txt",
                "/runs/..",
                "/runs/.",
                "/runs/",
                "/runs//",
                "//",
                "//evil.example/",
                "/runs/%00",
                "/runs/a%00b/data.json",
                "/runs/%2fetc%2fpasswd",
                "/runs/..%5c..%5csecret.txt",
                "/runs/%ff%fe/events",
                "/runs/x/trials/../../..",
                "/assets/..%2f..%2fpage.html",
                "/assets/../page.html",
                "/assets/",
                "/compare",
                "/compare?run=..%2fsecret",
                "/compare?run=%",
                "/runs/x/trials/0",
                "/runs/x/trials/99999999999999999999",
                "/runs/x/trials/-1/data.json"
            })
    void whatIsNotThereIsNotFound(String address) throws Exception {
        String answer = served.raw("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: "
                + served.cookie() + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("outside", "\tat ", run);
    }

    @Test
    void hugeAndBrokenRequestsDoNoHarm() throws Exception {
        List<String> requests = List.of(
                "GET /" + "a".repeat(2_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(2_000_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(5000) + "\r\n",
                "\0\1\2\3\r\n\r\n",
                "GET\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n");
        for (String request : requests) {
            assertThat(served.raw(request)).doesNotContain("\tat ", "HTTP/1.1 200", "HTTP/1.1 500");
        }
        assertThat(served.let("/data.json").statusCode()).isEqualTo(200);
    }

    @Test
    void slowSendersHoldNobodyUp() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), served.port());
                socket.getOutputStream().write("GET / HTT".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(served.let("/data.json").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void onlyThisMachineIsAnswered() throws IOException {
        assertThatThrownBy(() -> {
                    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.2"), served.port())) {
                        socket.getOutputStream().write(1);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Server.open(output, Optional.empty(), served.port()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("port " + served.port() + " of 127.0.0.1 can't be had: ");
    }

    @Test
    void theListTellsOfEveryRunAlsoOfThoseThatCantBeRead() throws Exception {
        RunDirectory damaged = copy("damaged");
        Files.writeString(damaged.path().resolve("run.db"), "this is no database, and long enough to be looked at");
        RunDirectory newer = copy("newer");
        ServedFixture.execute(newer, "pragma user_version = 99");
        RunDirectory odd = copy("odd name & <b>ü");
        odd.note("a <note>");
        ServedFixture.execute(copy("unknown"), "update manifest set value = ? where name = 'text'", "x: [");
        JsonNode runs = data("/data.json").get("runs");
        assertThat(runs.findValuesAsText("run")).contains(run, "damaged", "newer", "odd name & <b>ü", "unknown");
        assertThat(problem(runs, "damaged")).contains("can't be read");
        assertThat(problem(runs, "newer")).contains("by a newer version of Mendel");
        assertThat(problem(runs, run)).isEmpty();
        assertThat(data("/runs/odd%20name%20&%20%3Cb%3E%C3%BC/data.json")
                        .get("name")
                        .asText())
                .isEqualTo("odd name & <b>ü");
        for (String name : List.of("damaged", "newer", "unknown")) {
            assertThat(served.let("/runs/" + name).statusCode()).isEqualTo(200);
            assertThat(data("/runs/" + name + "/data.json").get("problem").asText())
                    .isNotEmpty();
            assertThat(data("/runs/" + name + "/trials/1/data.json")
                            .get("problem")
                            .asText())
                    .isNotEmpty();
            assertThat(data("/compare/data.json?run=" + run + "&run=" + name)
                            .get("problem")
                            .asText())
                    .isNotEmpty();
        }
    }

    private static String problem(JsonNode runs, String name) {
        for (JsonNode each : runs) {
            if (each.get("run").asText().equals(name)) {
                return each.get("problem").asText("");
            }
        }
        throw new AssertionError("no run " + name);
    }

    private RunDirectory copy(String name) throws IOException {
        Path copy = Files.createDirectory(output.resolve(name));
        for (String file : List.of("run.db", "run.db-wal")) {
            if (Files.exists(output.resolve(run).resolve(file))) {
                Files.copy(output.resolve(run).resolve(file), copy.resolve(file));
            }
        }
        return new RunDirectory(copy);
    }

    @Test
    void aStoppedTrialHasValuesAtItsRungsAndHasNotFailed() throws Exception {
        String racing;
        try (StoredRun stored = SampleRun.racing(output, SampleObjective.PAIRS_MAXIMISED, RunKind.RANDOM, 30)) {
            racing = ServedFixture.readable(stored);
        }
        JsonNode line = data("/runs/" + racing + "/data.json")
                .get("stopping")
                .get("lines")
                .get(0);
        assertThat(line.get("stopped").asBoolean()).isTrue();
        JsonNode trial = data("/runs/" + racing + "/trials/" + line.get("trial").asLong() + "/data.json");
        assertThat(trial.get("state").asText()).isEqualTo("stopped");
        assertThat(trial.get("rungs")).isNotEmpty().isEqualTo(line.get("values"));
        assertThat(trial.get("value").isNull()).isTrue();
        assertThat(trial.get("failure").isNull()).isTrue();
    }

    @Test
    void aTrialHasItsFoldsItsKinAndItsPartOfTheLog() throws Exception {
        JsonNode trial = data("/runs/" + run + "/trials/3/data.json");
        assertThat(trial.get("folds")).hasSize(3);
        assertThat(trial.get("folds").get(0).get("epochs")).hasSize(2);
        assertThat(trial.get("log").get("lines"))
                .extracting(JsonNode::asText)
                .containsExactly("trial 3: begins", "worker 1 / trial 3: <b>said</b>");
        long child = 0;
        for (int i = 20; i <= 40 && child == 0; i++) {
            JsonNode parents =
                    data("/runs/" + run + "/trials/" + i + "/data.json").get("parents");
            child = parents.isEmpty() ? 0 : i;
        }
        assertThat(child).isPositive();
        JsonNode parent = data("/runs/" + run + "/trials/" + child + "/data.json")
                .get("parents")
                .get(0);
        assertThat(data("/runs/" + run + "/trials/" + parent.get("trial").asLong() + "/data.json")
                        .get("children")
                        .findValuesAsText("trial"))
                .contains(Long.toString(child));
        assertThat(data("/runs/" + run + "/trials/4711/data.json")
                        .get("problem")
                        .asText())
                .contains("there is no trial 4711");
    }

    @Test
    void runsAreCompared() throws Exception {
        String other;
        try (StoredRun stored = SampleRun.grid(output, SampleRun.USUAL, 30)) {
            other = ServedFixture.readable(stored);
        }
        JsonNode data = data("/compare/data.json?run=" + run + "&run=" + other);
        assertThat(data.get("comparison").get("arms").findValuesAsText("run")).containsExactly(run, other);
    }

    @Test
    void runsWithSeveralObjectivesAreComparedByTheirFronts() throws Exception {
        String front = copy("front").name();
        ServedFixture.execute(
                new RunDirectory(output.resolve(front)),
                "update manifest set value = ? where name = 'goals'",
                "MAXIMISE LINEAR score\nMINIMISE LOG size");
        assertThat(data("/compare/data.json?run=" + front).at("/comparison/objectives"))
                .hasSize(2);
        assertThat(served.let("/compare?run=" + front).body()).contains("/fronts.js");
        assertThat(served.let("/compare?run=" + run).body()).contains("/comparison.js");
    }

    @Test
    void aRunThatIsDeletedIsSaidToBeGone() throws Exception {
        BlockingQueue<String> events = served.events("/runs/" + run + "/events");
        assertThat(events.poll(10, TimeUnit.SECONDS)).startsWith("retry");
        assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("event: change");
        assertThat(events.poll(10, TimeUnit.SECONDS)).startsWith("data: ");
        new RunDirectory(output.resolve(run)).delete();
        assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("event: change");
        assertThat(served.let("/runs/" + run + "/data.json").statusCode()).isEqualTo(404);
        assertThat(data("/data.json").get("runs")).isEmpty();
    }

    @Test
    void readersAreToldThatTheServerEnds() throws Exception {
        BlockingQueue<String> events = served.events("/events");
        assertThat(events.poll(10, TimeUnit.SECONDS)).startsWith("retry");
        served.server().close();
        String line = events.poll(10, TimeUnit.SECONDS);
        while (line != null && !line.equals("event: end")) {
            line = events.poll(10, TimeUnit.SECONDS);
        }
        assertThat(line).isEqualTo("event: end");
    }
}
