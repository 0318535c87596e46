package dev.mendel.store;

/// Runs of one experiment and strategy that differ in nothing but their seeds, which follow each other.
///
/// @param name identifies the group; runs are found by it
/// @param first the first run's seed
/// @param count how many runs there are, at least 2
public record Group(String name, long first, int count) {
    /// The name of a group: `<experiment>-<strategy>-<first>to<last>-<when>`.
    ///
    /// @param when the time that makes it unlike others of the same experiment
    public static Group of(String experiment, String strategy, long first, int count, String when) {
        return new Group(
                experiment + "-" + strategy + "-" + first + "to" + (first + count - 1) + "-" + when, first, count);
    }
}
