package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.Worker;
import dev.mendel.trial.evaluate.PendingTrial.FoldTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The threads that evaluate folds. Platform threads, since native libraries keep state by thread. Tasks are
/// handed out in the order in which they were added; one report comes back for each of them. A worker that
/// can't reach its machine leaves its task to the others and rests.
final class Workers {
    private static final String INTERRUPTED = "the evaluation was interrupted, but not by Mendel";

    private final FoldSite site;
    private final BooleanSupplier timeUp;
    private final Reached reached;
    private final Deque<FoldTask> tasks = new ArrayDeque<>();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final List<Thread> threads;
    private int outstanding;
    private volatile boolean stopped;

    /// @param pause how long a worker rests that has not reached its machine; longer each time in a row
    Workers(FoldSite site, int count, BooleanSupplier timeUp, Duration pause) {
        if (count < 1) {
            throw new IllegalArgumentException("workers: " + count + " is not 1 or more");
        }
        this.site = site;
        this.reached = new Reached(count, pause);
        this.timeUp = timeUp;
        this.threads = IntStream.rangeClosed(1, count)
                .mapToObj(number -> Thread.ofPlatform()
                        .daemon()
                        .name("worker-" + number)
                        .unstarted(() -> Worker.run(number, () -> work(number))))
                .toList();
        site.tell(line -> reports.add(new Report.News(line)));
        threads.forEach(Thread::start);
    }

    /// Queues folds; does nothing after [#stop].
    void add(List<FoldTask> folds) {
        synchronized (tasks) {
            if (stopped) {
                return;
            }
            tasks.addAll(folds);
            outstanding += folds.size();
            tasks.notifyAll();
        }
    }

    /// Takes back the tasks of a trial's folds after the given one.
    void drop(Trial trial, int fold) {
        synchronized (tasks) {
            int before = tasks.size();
            tasks.removeIf(task -> task.trial().id().equals(trial.id()) && task.fold() > fold);
            outstanding -= before - tasks.size();
        }
    }

    /// Whether reports are still to come.
    boolean busy() {
        synchronized (tasks) {
            return outstanding > 0;
        }
    }

    /// The next report, if there is one soon.
    ///
    /// @param patience how many nanoseconds to wait; nothing is taken where it is not above 0
    @Nullable
    Report poll(long patience) {
        return patience <= 0 ? null : received(() -> reports.poll(patience, TimeUnit.NANOSECONDS));
    }

    /// The next report, waited for. To be called only while [#busy].
    Report take() {
        return Objects.requireNonNull(received(reports::take));
    }

    boolean stopped() {
        return stopped;
    }

    /// Gives up: no further fold is begun, those under way are interrupted.
    void stop() {
        synchronized (tasks) {
            stopped = true;
            tasks.notifyAll();
        }
        threads.forEach(Thread::interrupt);
    }

    /// Waits for the threads to end, after [#stop]; also on an interrupted thread, since their resources may be
    /// closed next.
    void await() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Some waiting for a report.
    private interface Waiting {
        @Nullable
        Report run() throws InterruptedException;
    }

    /// Waits; who interrupts the waiting thread wants everything to stop, and the reports still come.
    private @Nullable Report received(Waiting waiting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    Report report = waiting.run();
                    if (report != null && isLast(report)) {
                        synchronized (tasks) {
                            outstanding--;
                        }
                    }
                    return report;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(int number) {
        for (FoldTask task = next(); task != null; task = next()) {
            Report report = evaluate(task, number);
            reports.add(report);
            if (!isLast(report)) {
                again(task, number);
            }
        }
    }

    /// Leaves a task to who comes first, after a rest this worker.
    private void again(FoldTask task, int number) {
        synchronized (tasks) {
            tasks.addFirst(task);
            tasks.notifyAll();
        }
        try {
            reached.rest(number);
        } catch (InterruptedException e) {
            // only stop() interrupts a worker
        }
    }

    /// The next task, waited for; null when there will be none and every task left has been reported as
    /// skipped.
    private @Nullable FoldTask next() {
        synchronized (tasks) {
            while (!stopped && tasks.isEmpty()) {
                try {
                    tasks.wait();
                } catch (InterruptedException e) {
                    // only stop() interrupts a waiting worker, and sets the flag that is looked at next
                }
            }
            return tasks.poll();
        }
    }

    /// Whether a report is the one of its task.
    private static boolean isLast(Report report) {
        return switch (report) {
            case Report.Unreached unreached -> unreached.hopeless();
            case Report.News _ -> false;
            case Report.Done _, Report.Broken _, Report.Skipped _, Report.Fatal _ -> true;
        };
    }

    private Report evaluate(FoldTask task, int number) {
        Trial trial = task.trial();
        if (stopped || timeUp.getAsBoolean()) {
            return new Report.Skipped(trial);
        }
        Instant started = Instant.now();
        long began = System.nanoTime();
        try {
            FoldSite.Answer answer = site.evaluate(trial, task.fold(), task.epochs());
            boolean hopeless = reached.note(number, !(answer instanceof FoldSite.Unreachable));
            return switch (answer) {
                case FoldSite.Result(FoldResult result, FoldSite.@Nullable Slot slot) ->
                    new Report.Done(
                            slot == null
                                    ? new FoldRun(trial, task.fold(), result, number, started)
                                    : new FoldRun(
                                            trial, task.fold(), result, slot.number(), slot.started(), slot.host()),
                            Duration.ofNanos(System.nanoTime() - began));
                case FoldSite.Unreachable _ when stopped -> new Report.Skipped(trial);
                case FoldSite.Unreachable(String reason) -> new Report.Unreached(trial, number, reason, hopeless);
                // what an interrupted fold throws says nothing about its trial
                case FoldSite.Failure _ when stopped -> new Report.Skipped(trial);
                case FoldSite.Failure(Outcome.Failed failure) -> new Report.Broken(trial, failure);
            };
        } catch (InterruptedException e) {
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            return stopped
                    ? new Report.Skipped(trial)
                    : new Report.Broken(trial, new Outcome.Failed(task.fold(), INTERRUPTED, time));
        } catch (SiteException e) {
            return stopped ? new Report.Skipped(trial) : new Report.Fatal(trial, e);
        } catch (Throwable e) {
            return new Report.Fatal(trial, e);
        }
    }
}
