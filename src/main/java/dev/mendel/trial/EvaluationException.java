package dev.mendel.trial;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A configuration has no score, for a reason that is no bug: its training diverged, its program gave up. The
/// message is shown to the user as the trial's failure, as [OneLine] prints it.
public sealed class EvaluationException extends Exception permits UnreachableException {
    private static final long serialVersionUID = 2;

    private final @Nullable Duration time;

    public EvaluationException(String message) {
        super(OneLine.of(message));
        time = null;
    }

    public EvaluationException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
        time = null;
    }

    private EvaluationException(EvaluationException same, Duration time) {
        super(same.getMessage(), same);
        this.time = time;
    }

    /// The same, with the time of the evaluation; not negative. For objectives whose [FoldResult#time] is not
    /// the time by the clock.
    public EvaluationException after(Duration taken) {
        return new EvaluationException(this, taken);
    }

    /// The time of the evaluation, if the objective told it.
    public Optional<Duration> time() {
        return Optional.ofNullable(time);
    }
}
