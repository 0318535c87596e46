package dev.mendel.external;

import dev.mendel.trial.Worker;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// The processes of an objective. An evaluation has one of its own while it is under way; after that the
/// process waits for the next evaluation of the worker for whom it was started. Thread-safe.
final class Pool {
    private static final Logger LOG = LogManager.getLogger(Pool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Warden warden = Warden.here();
    private final Predicate<Child> usable;
    private final Map<Integer, Deque<Server>> idle = new ConcurrentHashMap<>();
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param usable whether a living process that waits can be asked
    Pool(Predicate<Child> usable) {
        this.usable = usable;
    }

    /// A process and how it has done so far.
    ///
    /// @param worker for whom it was started
    /// @param proven whether it has made an evaluation, or has begun one that was stopped
    /// @param quiet until when nothing is asked, by the clock of [System#nanoTime]
    record Server(Child child, int worker, boolean proven, long quiet) {
        /// The same after an evaluation.
        Server proven(long until) {
            return new Server(child, worker, true, until);
        }
    }

    /// A process of the current worker that waits, and that is quiet; what has ended meanwhile, or can't be
    /// used, is left out. The caller gives it back, or ends it.
    Optional<Server> take() throws InterruptedException {
        Deque<Server> waiting = idle.computeIfAbsent(Worker.current(), _ -> new ConcurrentLinkedDeque<>());
        for (Server server = waiting.pollFirst(); server != null; server = waiting.pollFirst()) {
            long left = server.quiet() - System.nanoTime();
            if (left > 0) {
                try {
                    Thread.sleep(Duration.ofNanos(left));
                } catch (InterruptedException e) {
                    give(server);
                    throw e;
                }
            }
            if (server.child().isAlive() && usable.test(server.child())) {
                return Optional.of(server);
            }
            LOG.info("a process has ended, or written more than one answer; it is replaced");
            end(server);
        }
        return Optional.empty();
    }

    /// A new process for the current worker; the caller gives it back, or ends it.
    ///
    /// @param longest number of characters that its lines on standard output may have
    /// @throws IOException if the system can't start it
    Server start(Program program, String about, int longest) throws IOException {
        Child child = Child.start(program, about, warden, longest);
        all.add(child);
        var server = new Server(child, Worker.current(), false, System.nanoTime());
        if (closed) {
            end(server);
        }
        return server;
    }

    /// Takes a process back, to be asked again.
    void give(Server server) {
        if (closed) {
            end(server);
            return;
        }
        idle.computeIfAbsent(server.worker(), _ -> new ConcurrentLinkedDeque<>())
                .addFirst(server);
    }

    /// Kills a process, with all that it has started.
    void end(Server server) {
        all.remove(server.child());
        server.child().kill();
    }

    /// Asks a process to end, and kills it if it does not.
    void dismiss(Server server) {
        all.remove(server.child());
        server.child().end(PATIENCE);
    }

    /// Ends all processes, also those that are at work.
    void close() {
        closed = true;
        all.forEach(Child::closeInput);
        all.forEach(child -> child.end(PATIENCE));
        all.clear();
        idle.clear();
        warden.close();
    }
}
