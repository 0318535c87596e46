package dev.mendel.trial.evaluate;

import dev.mendel.trial.Ending;

/// The evaluations asked for will not all be made, because the search has to end now. Everything evaluated
/// until then has been reported to the observer and is kept.
public final class SearchEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Ending ending;

    /// @param ending anything but [Ending#COMPLETE]
    public SearchEndedException(Ending ending) {
        super("the search has to end: " + ending);
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
