package dev.mendel.api;

import dev.mendel.search.SearchListener;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// A search trial by trial, for those who own the loop.
///
/// ```java
/// try (AskTell search = Optimizer.minimise(space).trials(100).open()) {
///     for (var trial = search.ask(); trial.isPresent(); trial = search.ask()) {
///         search.tell(trial.get(), loss(trial.get().configuration()));
///     }
///     System.out.println(search.best());
/// }
/// ```
///
/// A stored search ([Optimizer#store]) goes on where it ended: [#ask] first hands out again the trials that
/// were asked for and not told.
///
/// Any threads may ask and tell, also such that one asks and others tell. Trials may be told in any order, on
/// which the next trials don't depend: the strategy breeds some at once and needs the values of all of them for
/// the next. [#ask] waits for these; a thread that both asks and tells takes what there is by [#tryAsk].
public final class AskTell implements AutoCloseable {
    /// The time after which a waiting [#ask] is logged.
    public static final Duration LONG = Duration.ofSeconds(30);

    private static final Logger LOG = LogManager.getLogger(AskTell.class);

    /// So many trials can wait for their values at once and be kept as soon as they are told, in whatever
    /// order.
    private static final int AT_ONCE = 256;

    private final Plan plan;
    private final Findings found;
    private final Conduct conduct;
    private final Thread search;
    private final Queue<Trial> waiting = new ArrayDeque<>();
    private final Map<TrialId, CompletableFuture<FoldResult>> answers = new HashMap<>();
    private final Set<TrialId> outstanding = new HashSet<>();
    private @Nullable Throwable bug;
    private boolean over;

    AskTell(Plan plan) {
        this.plan = plan;
        found = new Findings(plan);
        conduct = Conduct.of(
                plan, plan.direction().turn(plan.goals().require(new Told())), plan.store() == null ? 1 : AT_ONCE);
        try {
            conduct.tell(found);
            offer(conduct.open());
        } catch (RuntimeException e) {
            conduct.close();
            throw e;
        }
        search = Thread.ofPlatform().daemon().name("ask-tell").start(this::search);
    }

    /// The next trial to evaluate; empty when the search is over. Waits while the search needs the values of
    /// trials that were asked for, for as long as that takes: somebody else has to tell them. A wait of [#LONG]
    /// is logged.
    ///
    /// @throws IllegalStateException if the search itself failed
    /// @throws InterruptedException if the thread is interrupted
    public synchronized Optional<Trial> ask() throws InterruptedException {
        boolean warned = false;
        while (waiting.isEmpty() && !over) {
            wait(LONG.toMillis());
            if (waiting.isEmpty() && !over && !outstanding.isEmpty() && !warned) {
                warned = true;
                LOG.warn(
                        "ask() waits until trials {} are told; a thread that asks and tells takes what there is by tryAsk()",
                        outstanding);
            }
        }
        return next();
    }

    /// The next trial to evaluate, if there is one now; empty too when the search is over, see [#isOver]. Waits
    /// only while the search is at work, for at most some seconds of breeding.
    ///
    /// @throws IllegalStateException if the search itself failed
    /// @throws InterruptedException if the thread is interrupted
    public synchronized Optional<Trial> tryAsk() throws InterruptedException {
        while (waiting.isEmpty() && !over && outstanding.isEmpty()) {
            wait();
        }
        return next();
    }

    /// Whether the search is over: nothing will be asked any more.
    public synchronized boolean isOver() {
        return over;
    }

    private Optional<Trial> next() {
        if (bug != null) {
            throw new IllegalStateException("the search failed: " + bug, bug);
        }
        Optional<Trial> next = over ? Optional.empty() : Optional.ofNullable(waiting.poll());
        next.ifPresent(trial -> outstanding.add(trial.id()));
        return next;
    }

    /// Tells the outcome of a trial. A value that is NaN or infinite makes it a failed one. In a stored run it
    /// is durable within 20 ms.
    ///
    /// @throws IllegalArgumentException if the trial was not asked for, or has been told before
    public void tell(Trial trial, double value) {
        tell(trial, Map.of(Optimizer.first(plan), value));
    }

    /// Tells the outcome of a trial by all its values, as [Optimizer#front(Valued)] wants them; likewise.
    ///
    /// @param values by name; where one is missing, NaN or infinite, the trial is a failed one
    public void tell(Trial trial, Map<String, Double> values) {
        try {
            FoldResult result = Values.result(values, Optimizer.first(plan), Duration.ZERO);
            Optional<String> fault = plan.goals().fault(result);
            if (fault.isPresent()) {
                throw new EvaluationException(fault.get());
            }
            told(trial).complete(result);
            found.told(trial, result);
        } catch (EvaluationException e) {
            told(trial).completeExceptionally(e);
        }
    }

    /// Tells that a trial has no value.
    ///
    /// @throws IllegalArgumentException if the trial was not asked for, or has been told before
    public void fail(Trial trial, String why) {
        told(trial).completeExceptionally(new EvaluationException(why));
    }

    /// The best of the trials told so far, if one of them has a value.
    public Optional<Optimum> best() {
        return found.best();
    }

    /// The front of the trials told so far, the best by the first objective first; empty while there is none,
    /// and where nothing but one value is looked at.
    public List<Solution> front() {
        return found.front();
    }

    /// Ends the search where it stands.
    @Override
    public void close() {
        conduct.stop();
        boolean interrupted = false;
        while (search.isAlive()) {
            try {
                search.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<FoldResult> told(Trial trial) {
        CompletableFuture<FoldResult> answer = answers.get(trial.id());
        if (!outstanding.remove(trial.id()) || answer == null) {
            throw new IllegalArgumentException("trial " + trial.id() + " was not asked for, or has been told before");
        }
        return answer;
    }

    private synchronized CompletableFuture<FoldResult> answer(Trial trial) {
        return answers.computeIfAbsent(trial.id(), _ -> new CompletableFuture<>());
    }

    private synchronized void offer(List<Trial> trials) {
        for (Trial trial : trials) {
            var _ = answer(trial);
        }
        waiting.addAll(trials);
        notifyAll();
    }

    /// The searching thread's work.
    private void search() {
        Throwable thrown = null;
        try (conduct) {
            conduct.search(plan.watched(new Asked()));
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        end(thrown);
    }

    private synchronized void end(@Nullable Throwable thrown) {
        bug = thrown;
        over = true;
        notifyAll();
    }

    /// Hands out trials in the order in which the strategy asks for them.
    private final class Asked implements SearchListener {
        @Override
        public void asked(int generation, List<Trial> trials) {
            offer(trials);
        }
    }

    /// Waits until a trial is told.
    private final class Told implements Objective {
        @Override
        public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
            try {
                return answer(trial).get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                throw new EvaluationException(String.valueOf(cause == null ? null : cause.getMessage()), e);
            }
        }
    }
}
