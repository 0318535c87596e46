package dev.mendel.trial.evaluate;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A place where folds are evaluated. Called by several threads at once; the answer to a trial and fold is the
/// same wherever it is given, but for its time.
public interface FoldSite extends AutoCloseable {

    /// The answer of a site to a fold.
    sealed interface Answer {}

    /// It has a result.
    ///
    /// @param slot where it was evaluated; null for the calling thread
    record Result(FoldResult result, @Nullable Slot slot) implements Answer {
        /// A result of the calling thread.
        public Result(FoldResult result) {
            this(result, null);
        }
    }

    /// It has none and never will.
    record Failure(Outcome.Failed failed) implements Answer {}

    /// The machine could not be reached; the fold is to be evaluated again, later or elsewhere.
    record Unreachable(String reason) implements Answer {}

    /// A slot of another machine, which evaluates one fold at a time.
    ///
    /// @param host the machine
    /// @param number from 1; no two slots have the same at the same time
    /// @param started when it began with the fold, by the machine's clock
    record Slot(String host, int number, Instant started) {}

    /// Evaluates folds of an objective on the calling threads.
    ///
    /// @param objective not closed by the site
    static FoldSite of(Objective objective) {
        return new LocalSite(objective);
    }

    /// Evaluates a fold, or goes on with it, until it has had so many epochs.
    ///
    /// @param epochs counted from the fold's beginning; [dev.mendel.trial.Attempt#ALL] for its end, before
    ///     which a fold waits here, to go on or to be left
    /// @throws InterruptedException if the thread was interrupted; the fold then counts as never begun
    /// @throws SiteException if the site is at its end, which says nothing of the fold
    Answer evaluate(Trial trial, int fold, int epochs) throws InterruptedException;

    /// Leaves the folds of a trial that wait. Not to be called while one of them is evaluated.
    void leave(TrialId trial);

    /// Sets a listener to changes of the site: machines that come and go, one line for people each. Called by
    /// any thread.
    default void tell(Consumer<String> listener) {}

    /// Leaves all.
    @Override
    void close();
}
