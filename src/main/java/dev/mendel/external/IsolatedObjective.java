package dev.mendel.external;

import dev.mendel.external.Wire.Ask;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Stepwise;
import dev.mendel.trial.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An objective that is evaluated by processes of its own, one for each evaluation that is under way: a Java
/// machine that crashes or hangs makes a trial a failed one and is replaced. Results are the same to the bit.
///
/// A process that dies over an evaluation after it has made others is replaced, and the new one asked once
/// more; one that takes too long, or is interrupted, is killed.
public final class IsolatedObjective implements Stepwise {
    private final Objective own;
    private final Hosts hosts;
    private final @Nullable Duration timeout;

    /// @param own the same objective in this process, closed with this: it tells the numbers of folds and
    ///     epochs
    /// @param main the class that is the processes' main one, and calls [#serve]
    /// @param greeting one line that the main class reads first, and that tells which objective to serve
    /// @param timeout the longest time of an evaluation, without the start of its process; null for none
    public IsolatedObjective(Objective own, Class<?> main, String greeting, @Nullable Duration timeout) {
        this.own = own;
        this.timeout = timeout;
        hosts = new Hosts(main, greeting);
    }

    /// Answers requests until there are no more; for the main class of a process.
    ///
    /// @param requests standard input
    /// @param answers standard output, to which nothing else should be written
    public static void serve(Objective objective, BufferedReader requests, PrintStream answers) throws IOException {
        new Host(objective).serve(requests, answers);
    }

    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public int epochs() {
        return own.epochs();
    }

    @Override
    public Attempt begin(Trial trial, int fold) {
        return new IsolatedAttempt(hosts, trial, new Ask.Begin(trial, fold), timeout);
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        try (var attempt = new IsolatedAttempt(hosts, trial, new Ask.Test(trial), timeout)) {
            return Optional.ofNullable(attempt.only().result());
        }
    }

    @Override
    public void close() {
        hosts.close();
        own.close();
    }
}
