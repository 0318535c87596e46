package dev.mendel.trial.evaluate;

import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The result of a worker's task, or news of the site.
sealed interface Report {
    /// The task's trial; null where it is about none.
    @Nullable
    Trial trial();

    /// The fold has a result.
    ///
    /// @param clock how long the worker took
    record Done(FoldRun run, Duration clock) implements Report {
        @Override
        public Trial trial() {
            return run.trial();
        }
    }

    /// The fold has none and never will.
    record Broken(Trial trial, Outcome.Failed failure) implements Report {}

    /// The fold was not begun, or given up because of an interruption.
    record Skipped(Trial trial) implements Report {}

    /// The worker itself is at its end, which says nothing about the fold.
    record Fatal(Trial trial, Throwable thrown) implements Report {
        /// The exception that ends the evaluation.
        static RuntimeException of(Throwable thrown) {
            return switch (thrown) {
                case Error error -> throw error;
                case SiteException site -> site;
                default -> new IllegalStateException("a worker failed", thrown);
            };
        }
    }

    /// The worker has not reached its machine. Unless there is no hope, the fold is evaluated later and this is
    /// not the report of the task.
    ///
    /// @param hopeless whether no worker has reached its machine for so long that none will
    record Unreached(Trial trial, int worker, String reason, boolean hopeless) implements Report {}

    /// The site has changed, which is about no trial.
    ///
    /// @param line for people
    record News(String line) implements Report {
        @Override
        public @Nullable Trial trial() {
            return null;
        }
    }
}
