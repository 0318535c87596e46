package dev.mendel.api;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Trial;
import dev.mendel.trial.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// An evaluation of a function that tells of its epochs. The function has a thread, which waits in
/// [Epochs#tell] between steps; where the evaluation is given up, `tell` throws, and the thread ends.
final class TrainedAttempt implements Attempt, Epochs {
    private final Trained trained;
    private final Trial trial;
    private final int usual;
    private final List<Epoch> told = new ArrayList<>();
    private @Nullable Thread thread;
    /// The number of epochs to go to.
    private int wanted;
    private double last;
    private Map<String, Double> measures = Map.of();
    private boolean waits;
    private boolean ended;
    private boolean stopped;
    private Duration spent = Duration.ZERO;
    private @Nullable FoldResult result;
    private @Nullable Throwable failure;

    /// @param usual the number of epochs that the function is said to tell; it goes on to its end at the last
    TrainedAttempt(Trained trained, Trial trial, int usual) {
        this.trained = trained;
        this.trial = trial;
        this.usual = usual;
    }

    @Override
    public synchronized Progress advance(int epochs) throws EvaluationException, InterruptedException {
        long more = (long) wanted + epochs;
        wanted = more < usual ? (int) more : ALL;
        long began = System.nanoTime();
        goOn();
        try {
            while (!ended && !(waits && told.size() >= wanted)) {
                wait();
            }
        } catch (InterruptedException e) {
            stop();
            awaitEnd();
            throw e;
        } finally {
            spent = spent.plusNanos(System.nanoTime() - began);
        }
        requireSound();
        return new Progress(told.size(), ended);
    }

    private void goOn() {
        if (thread == null) {
            int worker = Worker.current();
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("trial " + trial.id())
                    .start(() -> Worker.run(worker, this::evaluate));
        }
        notifyAll();
    }

    private void evaluate() {
        FoldResult found = null;
        Throwable thrown = null;
        try {
            found = new Function(same -> trained.value(same, this)).evaluate(trial, 0);
        } catch (Throwable e) {
            thrown = e;
        }
        end(found, thrown);
    }

    private synchronized void end(@Nullable FoldResult found, @Nullable Throwable thrown) {
        result = found;
        failure = found != null && told.isEmpty()
                ? new EvaluationException(
                        "it told no epoch, and " + usual + " are said; a value is told after each, by Epochs.tell")
                : thrown;
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized void tell(double value, Map<String, Double> others) {
        requireGoingOn();
        var shown = new LinkedHashMap<String, Double>();
        if (Double.isFinite(value)) {
            shown.put("value", value);
        }
        shown.putAll(others);
        told.add(new Epoch(told.size() + 1, Double.NaN, shown));
        measures = new LinkedHashMap<>(others);
        last = value;
        try {
            while (told.size() >= wanted && !stopped) {
                waits = true;
                notifyAll();
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted after epoch " + told.size());
        } finally {
            waits = false;
        }
        requireGoingOn();
    }

    private void requireGoingOn() {
        if (stopped || ended) {
            throw new CancellationException("the trial has been stopped after epoch " + told.size());
        }
    }

    private void requireSound() throws EvaluationException, InterruptedException {
        switch (failure) {
            case null -> {}
            case EvaluationException e -> throw e.after(spent);
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public synchronized FoldResult result() throws EvaluationException, InterruptedException {
        if (thread == null) {
            throw new IllegalStateException("there is no result before the evaluation has been advanced");
        }
        requireSound();
        return result == null ? soFar() : new FoldResult(result.score(), measures, told, spent);
    }

    private FoldResult soFar() throws EvaluationException {
        try {
            return new FoldResult(Function.result(last, measures, spent).score(), measures, told, spent);
        } catch (EvaluationException e) {
            throw new EvaluationException("after epoch " + told.size() + " " + e.getMessage(), e);
        }
    }

    /// Ends the function's thread: waits for it where the function waits itself. One that is at work, because
    /// it was left behind at a timeout, is interrupted, and ends at its next epoch at the latest.
    @Override
    public synchronized void close() {
        boolean atWork = !waits && !ended;
        stop();
        if (!atWork) {
            awaitEnd();
        }
    }

    private void stop() {
        stopped = true;
        notifyAll();
        if (thread != null && !waits) {
            thread.interrupt();
        }
    }

    /// Waits for the function to end; interruptions are handed on to it.
    private void awaitEnd() {
        boolean interrupted = false;
        while (thread != null && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
