package dev.mendel.trial;

/// What a user named as objective can't be had: its program, class or file isn't there, or isn't what it should
/// be. The message says which part of the experiment names it, what was found and what is allowed.
public final class ObjectiveException extends Exception {
    private static final long serialVersionUID = 1;

    public ObjectiveException(String message) {
        super(message);
    }

    public ObjectiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
