package dev.mendel.search.genetic;

/// What steers an evolution.
///
/// @param population how many individuals live at once, at least 2
/// @param children how many of them each generation replaces, from 1 to `population - elite`
/// @param elite how many of the best by score always live on, whatever the selection says; from 0
/// @param tournament how many of the kept individuals compete for being a parent, at least 1; 1 picks any of them
/// @param crossover the probability that a child has two parents, each of its values coming from either, in [0, 1]
/// @param mutations how many of a child's active hyperparameters get another value; 0 for none
/// @param step the standard deviation of a mutated number's step, on its scale from 0 to 1; more than 0
/// @param reset the probability that a mutation draws an entirely new value instead of a step, in [0, 1]
/// @param duplicates what becomes of a child that means the same as a configuration tried before
/// @param diversity how much being different counts at selection
public record EvolutionSettings(
        int population,
        int children,
        int elite,
        int tournament,
        double crossover,
        int mutations,
        double step,
        double reset,
        Duplicates duplicates,
        Diversity diversity) {

    /// What becomes of a child that means the same as a configuration tried before.
    public enum Duplicates {
        /// It lives, and its score is remembered, not computed again.
        KEEP,
        /// It is mutated until it is new.
        REJECT
    }

    /// How much individuality counts at selection.
    ///
    /// @param weight what individuality is multiplied with before it is added to the score; 0 for none
    /// @param scaling what individuality is measured against first
