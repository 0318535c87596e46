package dev.mendel.trial;

/// A configuration has no score, for a reason that is no bug: its training diverged, its program gave up. The
/// message is shown to the user as the trial's failure.
public final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
