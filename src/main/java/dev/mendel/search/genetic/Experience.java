package dev.mendel.search.genetic;

import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.Prospects;
import dev.mendel.search.surrogate.Surrogate;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A run's knowledge when it breeds: the configurations it has asked for, and a model of their outcomes. Told
/// of every evaluation once, in the order of trials.
final class Experience {
    private final Screening screening;
    private final Set<Configuration> asked = new HashSet<>();
    private final Surrogate surrogate;

    Experience(SearchSpace space, Screening screening) {
        this.screening = screening;
        this.surrogate = new Surrogate(space, screening.acquisition());
    }

    /// Takes in an evaluation, unless it is known. A failure counts as worse than any score.
    void add(Evaluation evaluation) {
        if (screening.active(asked.size()) && !has(evaluation.trial().configuration())) {
            surrogate.learn(
                    evaluation.trial().configuration(),
                    Fitness.of(evaluation.outcome()).value());
        }
        asked.add(evaluation.trial().configuration());
    }

    boolean has(Configuration configuration) {
        return asked.contains(configuration);
    }

    /// The promise of untried configurations; empty if children are not to be screened.
    Optional<Prospects> prospects() {
        return screening.active(asked.size()) ? surrogate.prospects() : Optional.empty();
    }
}
