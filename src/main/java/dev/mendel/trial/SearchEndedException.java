package dev.mendel.trial;

/// The evaluations asked for will not all be made, because the search has to end now. What was evaluated until then has
/// been reported to the observer and is kept.
public final class SearchEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why a search ends before its strategy has nothing left to ask.
    public enum Reason {
        /// The limit on trials is reached.
        TRIALS,
        /// The time is up.
        TIME,
        /// Somebody asked for it, with Ctrl-C say.
        STOPPED
    }

    private final Reason reason;

    public SearchEndedException(Reason reason) {
        super("the search ends: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
