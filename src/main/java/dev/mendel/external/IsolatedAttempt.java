package dev.mendel.external;

import dev.mendel.external.Pool.Server;
import dev.mendel.external.Wire.Ask;
import dev.mendel.external.Wire.Told;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// An evaluation in steps by a process of its own. A process that dies over it after it has made others is
/// replaced, and the new one begins from the beginning.
final class IsolatedAttempt implements Attempt {
    private static final Logger LOG = LogManager.getLogger(IsolatedAttempt.class);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Hosts hosts;
    private final Ask first;
    private final String about;
    private final @Nullable Duration timeout;
    private @Nullable Server held;
    private Duration spent = Duration.ZERO;
    private int advanced;

    /// @param timeout the longest time of all steps together, without the start of the process; null for none
    IsolatedAttempt(Hosts hosts, Trial trial, Ask first, @Nullable Duration timeout) {
        this.hosts = hosts;
        this.first = first;
        about = "trial " + trial.id();
        this.timeout = timeout;
    }

    @Override
    public Progress advance(int epochs) throws EvaluationException, InterruptedException {
        Told told = ask(new Ask.Advance(epochs));
        advanced = (int) Math.min((long) advanced + epochs, ALL);
        return Objects.requireNonNull(told.progress());
    }

    @Override
    public FoldResult result() throws EvaluationException, InterruptedException {
        if (advanced == 0) {
            throw new IllegalStateException("there is no result before the evaluation has been advanced");
        }
        return Objects.requireNonNull(ask(new Ask.Look()).result());
    }

    /// The answer to the first request, where it is the only one.
    Told only() throws EvaluationException, InterruptedException {
        return ask(null);
    }

    /// Gives the process back, or ends it where it is at work.
    @Override
    public void close() {
        Server server = held;
        held = null;
        if (server != null) {
            server.child().write(Wire.line(new Ask.Close()), about);
            hosts.give(server);
        }
    }

    private Told ask(@Nullable Ask ask) throws EvaluationException, InterruptedException {
        Server server = held;
        boolean whole = false;
        try {
            Optional<Told> told;
            if (server == null) {
                server = hosts.take();
                told = begun(server, ask);
            } else {
                told = converse(server, Objects.requireNonNull(ask));
            }
            if (told.isEmpty() && server.proven()) {
                LOG.info("{}: its process has ended and is replaced", about);
                hosts.end(server);
                held = null;
                server = hosts.start();
                told = begun(server, ask);
            }
            if (told.isEmpty()) {
                throw hosts.death(server);
            }
            held = server;
            whole = true;
            return told.get().sound();
        } finally {
            if (!whole) {
                held = null;
                if (server != null) {
                    hosts.end(server);
                }
            }
        }
    }

    /// Begins in a process, and goes as far as this evaluation has come.
    private Optional<Told> begun(Server server, @Nullable Ask ask) throws EvaluationException, InterruptedException {
        Optional<Told> told = converse(server, first);
        if (goesOn(told) && advanced > 0) {
            told = converse(server, new Ask.Advance(advanced));
        }
        return ask != null && goesOn(told) ? converse(server, ask) : told;
    }

    private static boolean goesOn(Optional<Told> told) {
        return told.filter(answer -> answer.failure() == null).isPresent();
    }

    private Optional<Told> converse(Server server, Ask ask) throws EvaluationException, InterruptedException {
        long began = System.nanoTime();
        Duration left = (timeout == null ? FOREVER : timeout).minus(spent);
        try {
            return hosts.ask(server, ask, about, began + left.toNanos());
        } catch (TimeoutException e) {
            throw new EvaluationException(
                    "no result within " + Objects.requireNonNull(timeout).toMillis() / 1000.0
                            + " s; its process was killed",
                    e);
        } finally {
            spent = spent.plusNanos(System.nanoTime() - began);
        }
    }
}
