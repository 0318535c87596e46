package dev.mendel.search.genetic;

import dev.mendel.search.Race;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.FrontSurrogate;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.search.surrogate.Surrogate;
import dev.mendel.search.surrogate.Surroundings;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A run's knowledge when it breeds: the configurations it has asked for, and a model of their outcomes. Told
/// of every evaluation once, in the order of trials.
final class Experience {
    /// After so many generations that asked for nothing new the space counts as used up.
    private static final int PATIENCE = 50;

    /// Of as much work as one trial that goes to its end there are about so many in a race.
    private static final int OF_A_RACE = 3;

    private final Screening screening;
    private final int most;
    private final boolean local;
    private final @Nullable BigInteger size;
    private int newest;
    private final Set<Configuration> asked = new HashSet<>();
    private final Goals goals;
    private final @Nullable FrontSurrogate fronts;
    private final Surrogate surrogate;
    /// One for each objective.
    private final List<EarlyOrder> early;
    private final Plateau plateau;
    private final Turns turns = new Turns();

    /// @param race of the trials it is told of
    /// @param goals that they are judged by
    Experience(SearchSpace space, Screening screening, Race race, Goals goals) {
        this.goals = goals;
        this.fronts = goals.several()
                ? new FrontSurrogate(
                        space, goals.objectives().size(), race.rungs().size())
                : null;
        this.screening = screening;
        this.size = space.size().orElse(null);
        this.local = screening.isLocal() && !race.isOn() && !goals.several();
        this.most = screening.trials() * (race.isOn() ? OF_A_RACE : 1);
        this.surrogate =
                new Surrogate(space, screening.acquisition(), race.rungs().size());
        this.plateau = new Plateau(space);
        this.early = IntStream.range(0, Math.max(1, goals.objectives().size()))
                .mapToObj(_ -> new EarlyOrder(race.rungs().size() - 1))
                .toList();
    }

    /// Takes in an evaluation, unless it is known. A failure counts as worse than any score.
    void add(Evaluation evaluation) {
        if (has(evaluation.trial().configuration())) {
            return;
        }
        if (local || screening.active(asked.size(), most)) {
            learn(evaluation.trial().configuration(), evaluation.outcome());
        }
        if (evaluation.outcome() instanceof Outcome.Finished finished) {
            learnOrder(finished);
            double score = Fitness.of(finished, goals).value();
            plateau.add(evaluation.trial().configuration(), score);
            turns.add(evaluation.generation(), score, plateau.isReached());
        }
        asked.add(evaluation.trial().configuration());
        newest = Math.max(newest, evaluation.generation());
    }

    private void learn(Configuration configuration, Outcome outcome) {
        if (fronts != null) {
            Optional<List<Double>> end =
                    outcome instanceof Outcome.Stopped ? Optional.empty() : Optional.of(goals.worth(outcome));
            fronts.learn(
                    configuration, outcome.passed().stream().map(AtRung::worth).toList(), end);
        } else {
            surrogate.learn(configuration, passed(outcome, 0), end(outcome));
        }
    }

    private void learnOrder(Outcome.Finished finished) {
        List<Double> end = AtRung.of(finished.folds(), goals).worth();
        for (int k = 0; k < early.size(); k++) {
            early.get(k).add(passed(finished, k), end.get(k));
        }
    }

    /// What a trial was worth at the rungs that it passed, in one objective.
    private static List<Double> passed(Outcome outcome, int objective) {
        return outcome.passed().stream()
                .map(there -> there.worth().get(objective))
                .toList();
    }

    private OptionalDouble end(Outcome outcome) {
        return outcome instanceof Outcome.Stopped
                ? OptionalDouble.empty()
                : OptionalDouble.of(Fitness.of(outcome, goals).value());
    }

    /// Whether nothing is left to ask for, as far as can be known: all configurations of the space are known,
    /// or the last generations have found no other.
    ///
    /// @param generation the number of the last
    boolean isExhausted(int generation) {
        return (size != null && BigInteger.valueOf(asked.size()).compareTo(size) >= 0)
                || generation - newest >= PATIENCE;
    }

    /// How many configurations it was told of.
    int size() {
        return asked.size();
    }

    boolean has(Configuration configuration) {
        return asked.contains(configuration);
    }

    /// The place of the earliest rung, of the first so many, that has ordered trials much as their ends did, in
    /// each objective.
    int earliest(int count) {
        return early.stream().mapToInt(each -> each.earliest(count)).max().orElseThrow();
    }

    /// The place near which a generation is bred; empty if it is bred from all of the population.
    ///
    /// @param center the configuration there
    /// @param length of steps from there, at most
    record Place(Configuration center, double length, Prospects prospects) {}

    /// The place of a generation, the one after those that are known. Where trials race there is none: scores
    /// on the way say little of the small differences near the best.
    Optional<Place> place(int generation) {
        Turns.Turn turn = turns.of(generation);
        return local
                ? surrogate.best().flatMap(best -> switch (turn.way()) {
                    case NEAR ->
                        around(best, turn).map(here -> new Place(here.center(), turn.length(), here.prospects()));
                    case ELSEWHERE -> elsewhere(best, turn);
                    case ALL, UNKNOWN -> Optional.<Place>empty();
                })
                : Optional.empty();
    }

    /// How far configurations are from all that are known, if a generation is to be bred there.
    Optional<Prospects> unknown(int generation) {
        return local && turns.of(generation).way() == Turns.Way.UNKNOWN
                ? Optional.of(surrogate.unknown())
                : Optional.empty();
    }

    /// Without regard to what is better near by: the best is not far.
    private Optional<Place> elsewhere(Configuration best, Turns.Turn turn) {
        Configuration center = surrogate.bestBeyond(best, turn.distance()).orElse(best);
        return around(center, turn).map(there -> new Place(center, turn.length(), there.prospects()));
    }

    private Optional<Surroundings> around(Configuration center, Turns.Turn turn) {
        return surrogate.near(center, turn.length(), screening.near());
    }

    /// Whether what is promised is a gain of a front.
    boolean isOfFronts() {
        return fronts != null;
    }

    /// The promise of untried configurations; empty if children are not to be screened.
    Optional<Prospects> prospects() {
        if (!screening.active(asked.size(), most)) {
            return Optional.empty();
        }
        return fronts != null ? fronts.prospects() : surrogate.prospects();
    }
}
