package dev.mendel.cluster;

import dev.mendel.trial.Worker;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that evaluate folds in a process of the cluster, numbered from 1 as workers are. They never end:
/// native libraries keep state by thread, and programs belong to a worker. Spark's own threads wait meanwhile.
final class Seats {
    private final Set<Numbered> idle = new HashSet<>();
    private int count;

    /// @param environment of its programs
    private record Numbered(int number, Map<String, String> environment, ExecutorService thread) {}

    /// Work of a numbered thread.
    interface Work {
        FoldReply done(int number) throws InterruptedException;
    }

    /// Does some work on the free thread of the least number.
    ///
    /// @param environment of the programs that the work starts
    /// @throws InterruptedException if the calling thread was interrupted; the work was too, and has ended
    FoldReply run(Map<String, String> environment, Work work) throws InterruptedException {
        Numbered seat = take(environment);
        try {
            return waited(seat.thread(), () -> work.done(seat.number()));
        } finally {
            give(seat);
        }
    }

    private synchronized Numbered take(Map<String, String> environment) {
        Optional<Numbered> free = idle.stream()
                .filter(seat -> seat.environment().equals(environment))
                .min(Comparator.comparingInt(Numbered::number));
        if (free.isPresent()) {
            idle.remove(free.get());
            return free.get();
        }
        int number = ++count;
        return new Numbered(
                number,
                environment,
                Executors.newSingleThreadExecutor(task -> Thread.ofPlatform()
                        .daemon()
                        .name("seat-" + number)
                        .unstarted(() -> Worker.run(number, environment, task))));
    }

    private synchronized void give(Numbered seat) {
        idle.add(seat);
    }

    private static FoldReply waited(ExecutorService thread, Callable<FoldReply> work) throws InterruptedException {
        Future<FoldReply> future = thread.submit(work);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            awaitEnd(thread);
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException("a fold could not be evaluated", e);
            }
        }
    }

    /// Waits until the thread has nothing to do.
    private static void awaitEnd(ExecutorService thread) {
        Future<?> last = thread.submit(() -> {});
        boolean interrupted = false;
        while (!last.isDone()) {
            try {
                last.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("nothing can't fail", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
