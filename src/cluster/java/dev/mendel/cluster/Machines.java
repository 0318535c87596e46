package dev.mendel.cluster;

import dev.mendel.cluster.FoldReply.Seat;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/// The processes that evaluate at the moment: which hosts have how many slots, and the numbers of their slots.
/// Tells of changes, those within a second together. Thread-safe; called by Spark and by workers.
final class Machines extends SparkListener {
    private static final Logger LOG = LogManager.getLogger(Machines.class);
    private static final long TOGETHER_MILLIS = 1000;

    private record Executor(String host, int slots) {}

    private final Map<String, Executor> executors = new HashMap<>();
    private final Map<Seat, Integer> numbers = new HashMap<>();
    private final StringBuilder lost = new StringBuilder();
    private Consumer<String> listener = _ -> {};
    private final int width;
    private boolean telling;

    /// @param width how many folds are handed out at once, at most
    Machines(int width) {
        this.width = width;
    }

    synchronized void tell(Consumer<String> told) {
        listener = told;
        change();
    }

    /// The number of a slot in the session, from 1: the least that no other slot has. It is free again when its
    /// process is gone.
    synchronized int number(Seat seat) {
        Integer known = numbers.get(seat);
        if (known != null) {
            return known;
        }
        int number = 1;
        while (numbers.containsValue(number)) {
            number++;
        }
        numbers.put(seat, number);
        return number;
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
        var executor = new Executor(
                added.executorInfo().executorHost(), added.executorInfo().totalCores());
        LOG.info("process {} joined: {}", added.executorId(), executor);
        executors.put(added.executorId(), executor);
        change();
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        LOG.warn("process {} was lost: {}", removed.executorId(), removed.reason());
        Executor executor = executors.remove(removed.executorId());
        numbers.keySet().removeIf(seat -> seat.executor().equals(removed.executorId()));
        if (executor != null) {
            lost.append(lost.isEmpty() ? "lost a process on " : ", ").append(executor.host());
            change();
        }
    }

    private void change() {
        if (!telling) {
            telling = true;
            CompletableFuture.delayedExecutor(TOGETHER_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(this::tellNow);
        }
    }

    private void tellNow() {
        String line;
        Consumer<String> told;
        synchronized (this) {
            telling = false;
            told = listener;
            line = (lost.isEmpty() ? "" : lost + "; ") + this;
            lost.setLength(0);
        }
        told.accept(line);
    }

    /// What there is, for people: `3 slots: alpha 2, beta 1`; and where there are more than can be busy, that.
    @Override
    public synchronized String toString() {
        if (executors.isEmpty()) {
            return "the cluster has no slot for this session at present; it waits for one (where cores and memory are"
                    + " free, why processes don't start is in the folder work of the workers)";
        }
        var hosts = new TreeMap<String, Integer>();
        executors.values().forEach(executor -> hosts.merge(executor.host(), executor.slots(), Integer::sum));
        int slots = hosts.values().stream().mapToInt(Integer::intValue).sum();
        return (slots == 1 ? "1 slot: " : slots + " slots: ")
                + hosts.entrySet().stream()
                        .map(host -> host.getKey() + " " + host.getValue())
                        .collect(Collectors.joining(", "))
                + (slots > width
                        ? "; no more than " + width + " folds are handed out at once, which leaves " + (slots - width)
                                + " idle: an evolution with more children, or more --workers, keeps more of them busy"
                        : "");
    }
}
