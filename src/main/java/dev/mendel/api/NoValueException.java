package dev.mendel.api;

/// A search came to its end, and none of its trials has a value.
public final class NoValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoValueException(String message) {
        super(message);
    }
}
