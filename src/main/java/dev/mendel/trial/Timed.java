package dev.mendel.trial;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// Evaluates another objective on threads of its own, so that its caller comes back at a timeout or an
/// interruption, also where the objective does not listen to one. Such a thread is left behind after
/// [#PATIENCE], and another one takes its place.
public final class Timed implements Objective {
    /// The time for an interrupted evaluation to end.
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LogManager.getLogger(Timed.class);

    private final Objective own;
    private final @Nullable Duration timeout;
    private final Deque<ExecutorService> idle = new ConcurrentLinkedDeque<>();

    /// @param own closed with this
    /// @param timeout the longest time of an evaluation; null for none
    public Timed(Objective own, @Nullable Duration timeout) {
        this.own = own;
        this.timeout = timeout;
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
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return call(() -> own.evaluate(trial, fold));
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return new TimedAttempt(call(() -> own.begin(trial, fold)));
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return call(() -> own.test(trial));
    }

    @Override
    public void close() {
        idle.forEach(ExecutorService::shutdown);
        own.close();
    }

    /// The timeout counts what is spent in steps, not between them.
    private final class TimedAttempt implements Attempt {
        private final Attempt attempt;
        private Duration spent = Duration.ZERO;

        private TimedAttempt(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public Progress advance(int epochs) throws EvaluationException, InterruptedException {
            return step(() -> attempt.advance(epochs));
        }

        @Override
        public FoldResult result() throws EvaluationException, InterruptedException {
            return step(attempt::result);
        }

        private <T> T step(Callable<T> work) throws EvaluationException, InterruptedException {
            long began = System.nanoTime();
            try {
                return call(work, spent);
            } finally {
                spent = spent.plusNanos(System.nanoTime() - began);
            }
        }

        @Override
        public void close() {
            attempt.close();
        }
    }

    private <T> T call(Callable<T> work) throws EvaluationException, InterruptedException {
        return call(work, Duration.ZERO);
    }

    /// @param spent the time that the evaluation has taken before
    private <T> T call(Callable<T> work, Duration spent) throws EvaluationException, InterruptedException {
        ExecutorService known = idle.pollFirst();
        ExecutorService thread = known == null ? Executors.newSingleThreadExecutor(Timed::thread) : known;
        Future<T> future = thread.submit(work);
        boolean ended = false;
        try {
            T result = timeout == null
                    ? future.get()
                    : future.get(timeout.minus(spent).toNanos(), TimeUnit.NANOSECONDS);
            ended = true;
            return result;
        } catch (ExecutionException e) {
            ended = true;
            throw cause(e);
        } catch (TimeoutException e) {
            throw new EvaluationException("no result within " + timeout.toMillis() / 1000.0 + " s", e);
        } finally {
            if (ended) {
                idle.addFirst(thread);
            } else {
                leave(thread);
            }
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("evaluation").unstarted(work);
    }

    /// Interrupts a thread and gives it some time to end.
    private static void leave(ExecutorService thread) {
        thread.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("an evaluation does not end when it is interrupted; its thread is left behind");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException cause(ExecutionException e) throws EvaluationException, InterruptedException {
        return switch (e.getCause()) {
            case EvaluationException failure -> throw failure;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException thrown -> thrown;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}
