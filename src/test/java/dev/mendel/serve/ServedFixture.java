package dev.mendel.serve;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A server of a folder's runs, and a reader that has been let in.
final class ServedFixture implements AutoCloseable {
    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String cookie;

    /// An experiment with the space of the sample runs.
    private static final String EXPERIMENT = """
            experiment: sample
            description: a sample <of> networks
            objective: {digit-pairs: {pairs: 600, folds: 3, epochs: 2, batch: 50, tower: small}}
            space:
              model:           {choices: [naive, sharing, auxiliary, neither, both]}
              comparison-loss: {choices: [cross-entropy, nll, mse], equivalent: [[cross-entropy, nll]], when: {model: [sharing, auxiliary, neither, both]}}
              class-loss:      {choices: [cross-entropy, nll, mse], equivalent: [[cross-entropy, nll]], when: {model: [naive, auxiliary, both]}}
              optimizer:       {choices: [sgd, adam, adagrad, adamw]}
              learning-rate:   {real: [1e-4, 1], scale: log, grid: [1e-4, 1e-3, 1e-2, 1e-1, 1]}
              lambda:          {real: [0.2, 0.9], grid: [0.2, 0.4, 0.7, 0.9], when: {model: [auxiliary, both]}}
            """;

    /// Gives a sample run an experiment that can be read; returns the name of its directory.
    static String readable(StoredRun run) throws SQLException {
        execute(run.directory(), "update manifest set value = ? where name = 'text'", EXPERIMENT);
        return run.directory().name();
    }

    static void execute(RunDirectory directory, String sql, String... values) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + directory.path().resolve("run.db"));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    ServedFixture(Path output) throws IOException, InterruptedException {
        server = Server.open(output, Optional.empty(), 0);
        cookie = get(URI.create(server.address()).getRawPath() + "?"
                        + URI.create(server.address()).getRawQuery())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceFirst(";.*", "");
    }

    Server server() {
        return server;
    }

    int port() {
        return URI.create(server.address()).getPort();
    }

    String token() {
        return server.address().substring(server.address().indexOf('=') + 1);
    }

    String cookie() {
        return cookie;
    }

    /// What is answered to a reader without a cookie.
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// What is answered to one that has been let in.
    HttpResponse<String> let(String address) throws IOException, InterruptedException {
        return client.send(request(address).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> method(String method, String address) throws IOException, InterruptedException {
        return client.send(
                request(address)
                        .header("Cookie", cookie)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
                .timeout(Duration.ofSeconds(60));
    }

    /// The lines of a stream of events, until it ends.
    BlockingQueue<String> events(String address) {
        var lines = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> {
            try {
                client.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
                                        .header("Cookie", cookie)
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines())
                        .body()
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lines.add("broken off");
            }
            lines.add("over");
        });
        return lines;
    }

    /// All that is answered to bytes as they are, at most so many characters.
    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException e) {
                // it hangs up while it is being talked to
            }
            var answer = new StringBuilder();
            try (var reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    answer.append(line).append('\n');
                }
            } catch (IOException e) {
                answer.append("reset");
            }
            return answer.toString();
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
