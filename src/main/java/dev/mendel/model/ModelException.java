package dev.mendel.model;

/// A model can't be made, written or read as asked. The message is for the user: the place, what was found,
/// what is allowed.
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
