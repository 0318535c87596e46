package dev.mendel.store;

import java.nio.file.Path;
import java.sql.SQLException;

/// A run can't be read or written. The message names the run and says what is wrong, for the user.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unbegun;

    public StoreException(String message) {
        super(message);
        unbegun = false;
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
        unbegun = false;
    }

    private StoreException(Path file) {
        super(file + ": holds no run; the process that made it was stopped before the run began");
        unbegun = true;
    }

    /// The exception for a database that was made, but never got a run.
    static StoreException unbegun(Path file) {
        return new StoreException(file);
    }

    /// Whether there is no run, since the process that was to make it was stopped before.
    boolean isUnbegun() {
        return unbegun;
    }

    /// The exception for a database that can't be used.
    ///
    /// @param how a participle for the message: "read", "written"
    static StoreException unusable(RunDirectory run, String how, SQLException cause) {
        return new StoreException(run + ": the run's database can't be " + how + ": " + cause.getMessage(), cause);
    }

    /// The exception for a run that holds something that no version of Mendel writes.
    ///
    /// @param why an exception of a constructor that checked a value, whose message names the fault
    static StoreException damaged(RunDirectory run, RuntimeException why) {
        return new StoreException(
                run + ": the run's database is damaged: " + why.getMessage() + ". Put a copy of " + Database.FILE
                        + " in its place, or begin the run anew",
                why);
    }
}
