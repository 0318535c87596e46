package dev.mendel.cluster;

import dev.mendel.trial.Worker;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that evaluate folds in a process of the cluster, numbered from 1 as workers are. They never end:
/// native libraries keep state by thread, and programs belong to a worker. Spark's own threads wait meanwhile.
final class Seats {
    private final PriorityQueue<Numbered> idle = new PriorityQueue<>(Comparator.comparingInt(Numbered::number));
    private int count;

    private record Numbered(int number, ExecutorService thread) {}

    /// Work of a numbered thread.
    interface Work {
        FoldReply done(int number) throws InterruptedException;
    }

    /// Does some work on the free thread of the least number.
    ///
    /// @throws InterruptedException if the calling thread was interrupted; the work was too, and has ended
    FoldReply run(Work work) throws InterruptedException {
        Numbered seat = take();
        try {
            return waited(seat.thread(), () -> work.done(seat.number()));
        } finally {
            give(seat);
        }
    }

    private synchronized Numbered take() {
        Numbered free = idle.poll();
        if (free != null) {
            return free;
        }
        int number = ++count;
        return new Numbered(
                number,
                Executors.newSingleThreadExecutor(task ->
                        Thread.ofPlatform().daemon().name("seat-" + number).unstarted(() -> Worker.run(number, task))));
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
