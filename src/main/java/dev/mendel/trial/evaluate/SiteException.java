package dev.mendel.trial.evaluate;

/// The place where folds are evaluated is at its end, or can't evaluate any: that says nothing of a trial. It
/// ends the session, which can be resumed. The message is for the user: where, and what is wrong.
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SiteException(String message) {
        super(message);
    }

    public SiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
