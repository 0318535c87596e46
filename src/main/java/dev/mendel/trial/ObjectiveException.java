package dev.mendel.trial;

/// The objective that a user named can't be had: its program, class or file is missing or faulty. The message
/// names the part of the experiment, what was found and what is allowed.
public final class ObjectiveException extends Exception {
    private static final long serialVersionUID = 1;

    public ObjectiveException(String message) {
        super(message);
    }

    public ObjectiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
