package dev.mendel.store;

/// A run can't be read or written. The message names the run and says what is wrong, for the user.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
