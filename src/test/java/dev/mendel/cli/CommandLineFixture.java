package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Types commands and keeps what they print.
final class CommandLineFixture {
    /// An experiment whose trials take a few milliseconds each.
    static final String TINY = """
            experiment: tiny
            objective:
              digit-pairs: {pairs: 24, folds: 2, epochs: 1, batch: 8, tower: [linear 8, relu, linear 10]}
            space:
              model:         {choices: [sharing, auxiliary, both]}
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {real: [1e-4, 1e-1], scale: log}
              lambda:        {real: [0.2, 0.9], when: {model: [auxiliary, both]}}
            evolution: {population: 4, children: 2}
            budget: {generations: 3}
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Path output() {
        return folder.resolve("output");
    }

    /// Runs a command; returns its exit code. What it printed replaces what the one before did.
    int type(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Mendel.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /// The program behind the name `python3`, which may be a script that takes half a second to find it.
    static String python() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        String program = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(asked.waitFor()).isZero();
        return program;
    }

    /// Starts a command as a process of its own, whose output nobody reads.
    static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Mendel.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
