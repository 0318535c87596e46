package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.trial.ObjectiveException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks a person, one question after another.
final class Questions {
    private final PrintWriter out;
    private final BufferedReader in;

    Questions(PrintWriter out) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    /// Prints a line.
    void say(String line) {
        Screen.of(out).line(line);
    }

    /// Asks until the answer means something.
    ///
    /// @param meaning of an answer; empty where it has none
    /// @param allowed what has one
    /// @throws ObjectiveException if there are no more answers
    <T> T ask(String question, Function<String, Optional<T>> meaning, String allowed) throws ObjectiveException {
        while (true) {
            say(question);
            out.print("> ");
            out.flush();
            String line = line();
            if (line == null) {
                throw new ObjectiveException("there is no answer to: " + question
                        + "; `mendel new --help` tells what can be" + " said without questions");
            }
            Optional<T> meant = meaning.apply(line.strip());
            if (meant.isPresent()) {
                return meant.get();
            }
            say("  `" + line.strip() + "` is not " + allowed);
        }
    }

    private @Nullable String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
