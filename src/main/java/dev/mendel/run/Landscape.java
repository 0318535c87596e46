package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.RunKind;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.List;

/// Everything that decides the score of a configuration. Runs of one landscape may differ in strategy, settings,
/// budget and seed: a configuration has the same score in all of them.
///
/// @param kind the kind of the run: it decides between rounds and folds
/// @param seed the experiment's seed
/// @param dataHash identifies the data; empty for an objective without
/// @param arithmetic see [Manifest#ARITHMETIC]; means nothing to objectives that compute themselves
public record Landscape(ObjectiveSettings objective, RunKind kind, Seed seed, String dataHash, int arithmetic) {

    /// The landscape of an experiment.
    static Landscape of(Experiment experiment, RunKind kind, String dataHash) {
        return new Landscape(experiment.objective(), kind, experiment.seed(), dataHash, Manifest.ARITHMETIC);
    }

    /// The landscape that a run searches.
    ///
    /// @throws ExperimentException if this version does not understand the run's experiment
    static Landscape of(StoredRun run) throws ExperimentException {
        return of(run, ExperimentFile.of(run));
    }

    /// The same, of a run whose experiment has been read.
    public static Landscape of(StoredRun run, Experiment experiment) {
        Manifest manifest = run.manifest();
        return new Landscape(
                experiment.objective(), manifest.kind(), experiment.seed(), manifest.dataHash(), manifest.arithmetic());
    }

    /// The differences to another landscape, for people; empty if both are the same.
    public List<String> differences(Landscape other) {
        var differences = new ArrayList<String>();
        if (inRounds(kind) != inRounds(other.kind)) {
            differences.add("its trials are " + words(other.kind) + ", not " + words(kind));
        }
        if (!seed.equals(other.seed)) {
            differences.add("the experiment's seed is " + other.seed.value() + " there, " + seed.value() + " here");
        }
        if (objective.isComputedByMendel() && other.objective.isComputedByMendel() && arithmetic != other.arithmetic) {
            differences.add("it was computed with arithmetic " + other.arithmetic + ", and this is " + arithmetic
                    + ", which comes to other last digits");
        }
        differences.addAll(objective.differences(other.objective, kind));
        if (!dataHash.equals(other.dataHash)) {
            differences.add("its data are others (" + other.dataHash + " there, " + dataHash + " here)");
        }
        return differences;
    }

    private static boolean inRounds(RunKind kind) {
        return kind == RunKind.ROUNDS;
    }

    private static String words(RunKind kind) {
        return inRounds(kind) ? "rounds of fresh pairs" : "folds of a cross-validation";
    }
}
