package dev.mendel.trial;

/// Why a search came to its end.
public enum Ending {
    /// There is nothing left to do: all generations are bred, all points visited.
    COMPLETE("complete"),
    /// The limit on trials is reached.
    TRIALS("limit on trials reached"),
    /// The time is up.
    TIME("time is up"),
    /// It was asked for, with Ctrl-C say.
    STOPPED("stopped");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /// For people.
    @Override
    public String toString() {
        return words;
    }
}
