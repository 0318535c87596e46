package dev.mendel.data;

/// The data cannot be used as asked: a file is missing, damaged or of another form, or holds too few images.
/// The message is for the user: the file, what was found, what is allowed.
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;

    DataException(String message) {
        super(message);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
