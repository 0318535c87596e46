package dev.mendel.store;

import java.sql.SQLException;

/// A run can't be read or written. The message names the run and says what is wrong, for the user.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
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
