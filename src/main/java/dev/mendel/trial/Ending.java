package dev.mendel.trial;

/// Why a search came to its end.
public enum Ending {
    /// The search has done all that it set out to do: all generations are bred, all points visited.
    COMPLETE("complete"),
    /// No configuration is left that was not tried, as far as can be known.
    EXHAUSTED("complete, nothing new is left to try"),
    /// The limit on trials is reached.
    TRIALS("limit on trials reached"),
    /// No trial was better for as many as the limit on stagnation says.
    STAGNATION("nothing better was found any more"),
    /// A value as good as the target was found.
    TARGET("the target is reached"),
    /// Too many trials failed in a row, or all of the first ones for the same reason.
    FAILING("nothing works"),
    /// The time is up.
    TIME("time is up"),
    /// None of the machines that evaluate can be reached.
    UNREACHABLE("no machine can be reached"),
    /// It was asked for, with Ctrl-C say.
    STOPPED("stopped");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /// Whether the search would have gone on, but for its surroundings.
    public boolean isInterruption() {
        return this == STOPPED || this == UNREACHABLE;
    }

    /// For people.
    @Override
    public String toString() {
        return words;
    }
}
