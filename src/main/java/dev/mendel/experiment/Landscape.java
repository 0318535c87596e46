package dev.mendel.experiment;

import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What decides the score of each configuration, whoever asks for it. Runs of one landscape may have searched
/// with other strategies, settings, budgets and seeds of their own: a configuration has the same score in all
/// of them.
///
/// @param objective what is scored
/// @param scoring how
/// @param seed the experiment's seed
/// @param dataHash tells the data; empty for an objective without
/// @param arithmetic see [Manifest#ARITHMETIC]; means nothing to objectives that compute themselves
record Landscape(ObjectiveSettings objective, Scoring scoring, Seed seed, String dataHash, int arithmetic) {
    /// What matters to one way of scoring only.
    private static final Map<Scoring, Set<String>> MEANINGLESS =
            Map.of(Scoring.FOLDS, Set.of("rounds", "curves"), Scoring.ROUNDS, Set.of("folds"));

    /// How the parts of a trial come about.
    enum Scoring {
        /// Cross-validation: each part of the pairs is left out once.
        FOLDS("folds of a cross-validation"),
        /// Fresh pairs for training and for testing each time.
        ROUNDS("rounds of fresh pairs");

        private final String words;

        Scoring(String words) {
            this.words = words;
        }

        static Scoring of(Undertaking undertaking) {
            return switch (undertaking) {
                case EVOLUTION, GRID, SHUFFLED_GRID, RANDOM -> FOLDS;
                case ROUNDS -> ROUNDS;
            };
        }
    }

    /// The landscape of an experiment.
    static Landscape of(Experiment experiment, Undertaking undertaking, String dataHash) {
        return of(experiment, undertaking, dataHash, Manifest.ARITHMETIC);
    }

    private static Landscape of(Experiment experiment, Undertaking undertaking, String dataHash, int arithmetic) {
        return new Landscape(experiment.objective(), Scoring.of(undertaking), experiment.seed(), dataHash, arithmetic);
    }

    /// The landscape that a run searches.
    ///
    /// @throws ExperimentException if this version does not understand the run's experiment
    static Landscape of(StoredRun run) throws ExperimentException {
        Manifest manifest = run.manifest();
        return of(Experiment.of(run), Undertaking.of(manifest.strategy()), manifest.dataHash(), manifest.arithmetic());
    }

    /// What makes another landscape another one, as people say it; empty if it is the same.
    List<String> differences(Landscape other) {
        var differences = new ArrayList<String>();
        if (scoring != other.scoring) {
            differences.add("its trials are " + other.scoring.words + ", not " + scoring.words);
        }
        if (!seed.equals(other.seed)) {
            differences.add("the experiment's seed is " + other.seed.value() + " there, " + seed.value() + " here");
        }
        differences.addAll(ofTheObjective(other));
        if (!dataHash.equals(other.dataHash)) {
            differences.add("its data are others (" + other.dataHash + " there, " + dataHash + " here)");
        }
        return differences;
    }

    private List<String> ofTheObjective(Landscape other) {
        if (objective instanceof ObjectiveSettings.DigitPairs(var here)
                && other.objective instanceof ObjectiveSettings.DigitPairs(var there)) {
            Stream<String> ofArithmetic = arithmetic == other.arithmetic
                    ? Stream.empty()
                    : Stream.of("it was computed with arithmetic " + other.arithmetic + ", and this is " + arithmetic
                            + ", which comes to other last digits");
            Stream<String> ofSettings = here.differences(there).entrySet().stream()
                    .filter(entry ->
                            !MEANINGLESS.getOrDefault(scoring, Set.of()).contains(entry.getKey()))
                    .map(entry -> "objective.digit-pairs." + entry.getKey() + " is " + entry.getValue());
            return Stream.concat(ofArithmetic, ofSettings).toList();
        }
        return objective.equals(other.objective) ? List.of() : List.of("its objective is another one");
    }
}
