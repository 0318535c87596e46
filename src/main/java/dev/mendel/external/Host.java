package dev.mendel.external;

import dev.mendel.external.Wire.Ask;
import dev.mendel.external.Wire.Told;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// The process's side of an isolated objective: answers requests, for one evaluation at a time.
final class Host {
    private final Objective objective;
    private @Nullable Attempt attempt;

    /// @param objective not closed by this
    Host(Objective objective) {
        this.objective = objective;
    }

    /// Answers until there are no more requests.
    void serve(BufferedReader requests, PrintStream answers) throws IOException {
        say(Wire.READY, answers);
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            if (Wire.ask(line) instanceof Ask.Close) {
                close();
            } else {
                say(Wire.line(answer(Wire.ask(line))), answers);
            }
        }
        close();
    }

    private static void say(String line, PrintStream answers) {
        answers.println(line);
        answers.flush();
    }

    private Told answer(Ask ask) {
        try {
            return switch (ask) {
                case Ask.Test(Trial trial) -> new Told(objective.test(trial).orElse(null), null, null);
                case Ask.Begin(Trial trial, int fold) -> {
                    close();
                    attempt = objective.begin(trial, fold);
                    yield new Told(null, null, null);
                }
                case Ask.Advance(int epochs) -> new Told(null, current().advance(epochs), null);
                case Ask.Look() -> new Told(current().result(), null, null);
                case Ask.Close() -> throw new IllegalStateException("a close is not answered");
            };
        } catch (EvaluationException e) {
            return new Told(null, null, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(null, null, "it was interrupted");
        }
    }

    private Attempt current() {
        Attempt begun = attempt;
        if (begun == null) {
            throw new IllegalStateException("no evaluation has begun");
        }
        return begun;
    }

    private void close() {
        if (attempt != null) {
            attempt.close();
            attempt = null;
        }
    }
}
