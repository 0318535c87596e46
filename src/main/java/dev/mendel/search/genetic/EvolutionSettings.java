package dev.mendel.search.genetic;

import dev.mendel.search.surrogate.Acquisition;

/// The settings of an evolution.
///
/// @param population how many individuals live at once, at least 2
/// @param children how many of them each generation replaces, from 1 to `population - elite`
/// @param elite how many of the best by score always live on, whatever the selection says; from 0
/// @param tournament how many of the kept individuals compete for being a parent, at least 1; 1 picks any of
///     them
/// @param crossover the probability that a child has two parents, each of its values coming from either, in [0,
///     1]
/// @param mutations how many of a child's active hyperparameters get another value; 0 for none
/// @param step the standard deviation of a mutated number's step, on its scale from 0 to 1; more than 0
/// @param reset the probability that a mutation draws an entirely new value instead of a step, in [0, 1]
/// @param duplicates the treatment of a child that means the same as a configuration tried before
/// @param diversity how much being different counts at selection
/// @param screening how a child is picked out of several before anything is evaluated
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
        Diversity diversity,
        Screening screening) {

    /// The treatment of a child that means the same as a configuration tried before.
    public enum Duplicates {
        /// It lives, and its score is remembered, not computed again.
        KEEP,
        /// It is mutated until it is new.
        REJECT
    }

    /// The weight of individuality at selection.
    ///
    /// @param weight the factor of individuality before it is added to the score; 0 for none
    /// @param scaling the scale on which individuality is measured
    /// @param radius how far apart two members may be, from 0 to 1, to share their fitness; 0 for no sharing
    public record Diversity(double weight, Scaling scaling, double radius) {
        /// Nothing but the score counts.
        public static final Diversity NONE = new Diversity(0, Scaling.RELATIVE, 0);

        public Diversity {
            require(weight >= 0 && Double.isFinite(weight), "individuality", weight, "a number from 0");
            require(radius >= 0 && radius <= 1, "sharing", radius, "a number from 0 to 1");
        }

        /// Individuality alone.
        public Diversity(double weight, Scaling scaling) {
            this(weight, scaling, 0);
        }
    }

    /// The choice of a child among several candidates, by a model of the run's evaluations.
    ///
    /// @param candidates how many there are for each child that is wanted; 1 for no choice
    /// @param newcomers the share of them that is not bred but drawn at random, in [0, 1), so that a population
    ///     of one kind hears of other kinds
    /// @param trials the model is switched off after this many trials: its work grows with them, and a search
    ///     of many thousands needs it less
    /// @param acquisition the measure of a candidate's promise
    /// @param near to how many evaluations a model of the best's surroundings is fitted, for generations that
    ///     are bred there; 0 for no such generations
    public record Screening(int candidates, double newcomers, int trials, Acquisition acquisition, int near) {
        /// The first that is bred is taken.
        public static final Screening NONE = new Screening(1, 0, 0, Acquisition.TURNS, 0);

        public Screening {
            require(candidates >= 1, "candidates", candidates, "a whole number from 1");
            require(newcomers >= 0 && newcomers < 1, "newcomers", newcomers, "a number from 0 to below 1");
            require(trials >= 0, "trials", trials, "a whole number from 0");
            require(near >= 0, "near", near, "a whole number from 0");
        }

        /// The number of candidates that are bred; at least one.
        int bred() {
            return candidates - (int) (newcomers * candidates);
        }

        /// Whether some generations are bred near the best.
        boolean isLocal() {
            return candidates > 1 && near > 0;
        }

        /// Whether there is anything to choose from after so many trials.
        boolean active(int known, int most) {
            return candidates > 1 && known < most;
        }
    }

    /// The measure that individuality is compared with.
    public enum Scaling {
        /// As the formula gives it, whatever the scores' range: the Mentha report's way.
        ABSOLUTE,
        /// Brought to the range of the population's scores, so that a weight of 1 makes being different count
        /// as much as being good.
        RELATIVE
    }

    public EvolutionSettings {
        require(population >= 2, "population", population, "a whole number from 2");
        require(elite >= 0 && elite < population, "elite", elite, "a whole number from 0 to " + (population - 1));
        int most = population - Math.max(elite, 1);
        require(children >= 1 && children <= most, "children", children, "a whole number from 1 to " + most);
        require(tournament >= 1, "tournament", tournament, "a whole number from 1");
        require(crossover >= 0 && crossover <= 1, "crossover", crossover, "a number from 0 to 1");
        require(mutations >= 0, "mutations", mutations, "a whole number from 0");
        require(step > 0 && Double.isFinite(step), "step", step, "a number above 0");
        require(reset >= 0 && reset <= 1, "reset", reset, "a number from 0 to 1");
    }

    /// The default: a small population, few children a generation, one mutation each, the most promising of
    /// several candidates taken; some generations near the best.
    public static EvolutionSettings defaults() {
        return new EvolutionSettings(
                10,
                4,
                1,
                3,
                0.8,
                1,
                0.2,
                0.1,
                Duplicates.REJECT,
                Diversity.NONE,
                new Screening(32, 0.25, 500, Acquisition.TURNS, 100));
    }

    /// The Mentha report's algorithm: of ten the best six live on by accuracy + 0.75 · individuality; any two
    /// of them make a child, each value of which comes from either; nothing mutates.
    public static EvolutionSettings mentha() {
        return new EvolutionSettings(
                10, 4, 0, 1, 1, 0, 0.2, 0.1, Duplicates.KEEP, new Diversity(0.75, Scaling.ABSOLUTE), Screening.NONE);
    }

    /// The number of children of a generation whose trials race and of which the earliest rungs stop none:
    /// fewer than the usual, since all of them come far. Where the earliest rung stops some there are three
    /// times as many.
    public int racing() {
        return (children * 3 + 3) / 4;
    }

    private static void require(boolean holds, String name, Object found, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + found + " is not " + allowed);
        }
    }
}
