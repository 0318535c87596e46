package dev.mendel.search.genetic;

/// The way in which each generation is bred: from all of the population, near the best, near the best that
/// is far from it, or far from all that is known. It depends on the scores of the generations before alone.
///
/// Breeding from all and breeding near the best are two arms of a bandit: the one that has raised the best
/// score in the larger share of its generations, the later ones counting more, is next. Neither waits for
/// long. Every fourth generation looks elsewhere: a deep and narrow basin is not left alone because a wide one
/// was found first. Where the best trials are on a plateau there is no direction near them: until a better one
/// is found, what would be bred near a place is bred where nothing is known instead.
final class Turns {
    /// The ways.
    enum Way {
        ALL,
        NEAR,
        ELSEWHERE,
        UNKNOWN
    }

    /// The way of a generation.
    ///
    /// @param length of steps at most, on hyperparameters' scales from 0 to 1
    /// @param distance how far from the best, as the root of the mean square over hyperparameters; 0 for near
    record Turn(Way way, double length, double distance) {}

    private static final Turn ALL = new Turn(Way.ALL, 0, 0);
    private static final Turn UNKNOWN = new Turn(Way.UNKNOWN, 0, 0);

    private static final int EVERY = 4;
    /// Before this generation it is too early to call any place the best.
    private static final int EARLIEST_ELSEWHERE = 8;

    private static final double LENGTH_ELSEWHERE = 0.1;
    /// By turns.
    private static final double[] DISTANCES = {0.1, 0.2, 0.3};

    /// What a generation counts as against the one after it.
    private static final double FADING = 0.95;
    /// After so many generations of the one arm the other has its turn.
    private static final int PATIENCE = 4;

    private static final double LONGEST = 0.2;
    private static final double SHORTEST = 1e-5;
    private static final double LONGER = 1.5;
    private static final double SHORTER = 0.6;

    /// One of the two ways among which the scores choose.
    private static final class Arm {
        private double raised;
        private double generations;
        private int waiting;

        private double worth() {
            return (1 + raised) / (2 + generations);
        }

        private void fade() {
            raised *= FADING;
            generations *= FADING;
            waiting++;
        }

        private void add(boolean raising) {
            generations++;
            raised += raising ? 1 : 0;
            waiting = 0;
        }
    }

    private final Arm all = new Arm();
    private final Arm near = new Arm();
    private double length = LONGEST;
    private int open;
    private double best = Double.NEGATIVE_INFINITY;
    private double found = Double.NEGATIVE_INFINITY;
    private boolean onPlateau;
    private boolean flat;

    /// Takes in the score of a finished trial, in the order of generations.
    ///
    /// @param plateau whether the best of the trials so far are on one, this trial included
    void add(int generation, double score, boolean plateau) {
        closeBefore(generation);
        onPlateau = plateau;
        found = Math.max(found, score);
    }

    /// The way of a generation, the one after those whose trials are known.
    ///
    /// @param generation from 1
    Turn of(int generation) {
        closeBefore(generation);
        return turn(generation);
    }

    private void closeBefore(int generation) {
        while (open < generation) {
            if (open > 0) {
                close(turn(open).way(), found > best);
            }
            best = Math.max(best, found);
            flat = onPlateau;
            open++;
        }
    }

    private Turn turn(int generation) {
        if (generation >= EARLIEST_ELSEWHERE && generation % EVERY == EVERY - 1) {
            return flat
                    ? UNKNOWN
                    : new Turn(Way.ELSEWHERE, LENGTH_ELSEWHERE, DISTANCES[generation / EVERY % DISTANCES.length]);
        }
        if (!nearIsNext(generation)) {
            return ALL;
        }
        return flat ? UNKNOWN : new Turn(Way.NEAR, length, 0);
    }

    private boolean nearIsNext(int generation) {
        if (all.waiting >= PATIENCE || near.waiting >= PATIENCE) {
            return near.waiting > all.waiting;
        }
        return near.worth() == all.worth() ? generation % 2 == 1 : near.worth() > all.worth();
    }

    private void close(Way way, boolean raised) {
        switch (way) {
            case ALL -> add(all, raised);
            case NEAR -> {
                add(near, raised);
                length = raised ? Math.min(LONGEST, length * LONGER) : length * SHORTER;
                length = length < SHORTEST ? LONGEST : length;
            }
            case UNKNOWN -> add(near, raised);
            case ELSEWHERE -> {}
        }
    }

    private void add(Arm arm, boolean raised) {
        all.fade();
        near.fade();
        arm.add(raised);
    }
}
