package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.search.RunKind;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import java.util.ArrayList;
import java.util.List;

/// What has to hold of a run that is gone on with; every method throws [StoreException] where it does not.
final class Resumable {
    private Resumable() {}

    /// The experiment of a stored run under the limits and precautions of another that means the same; what was
    /// enqueued in it stays.
    static Experiment sameBut(RunDirectory directory, RunPlan stored, RunPlan plan) {
        Experiment there = stored.experiment();
        Experiment here = plan.experiment();
        var differences = new ArrayList<String>();
        differ("strategy", stored.kind().word(), plan.kind().word(), differences);
        differ("objective", text(there.objective()), text(here.objective()), differences);
        differ("space", there.space(), here.space(), differences);
        differ("evolution", there.evolution(), here.evolution(), differences);
        differ("configurations", there.configurations(), here.configurations(), differences);
        differ("first configurations", there.initial(), here.initial(), differences);
        differ("seed", there.seed().value(), here.seed().value(), differences);
        if (!differences.isEmpty()) {
            throw new StoreException(directory + ": the run there is another one: " + String.join("; ", differences)
                    + ". Choose another directory for this one, or delete that run");
        }
        return there.withBudget(here.budget()).withPrecautions(here.precautions());
    }

    private static String text(ObjectiveSettings objective) {
        return objective instanceof ObjectiveSettings.Embedded(Direction direction, int folds)
                ? "a function of a Java program, " + (direction == Direction.MAXIMISE ? "maximized" : "minimized")
                        + ", of " + folds + (folds == 1 ? " value" : " values")
                : "one that its file names";
    }

    private static void differ(String what, Object there, Object here, List<String> differences) {
        if (!there.equals(here)) {
            String first = shown(there);
            String second = shown(here);
            differences.add(
                    first.isEmpty() || second.isEmpty()
                            ? "it has another " + what
                            : "its " + what + " is " + first + ", and this one's is " + second);
        }
    }

    /// In few words; empty where there are none.
    private static String shown(Object part) {
        return switch (part) {
            case String text -> text;
            case Long number -> number.toString();
            default -> "";
        };
    }

    /// A run that goes on with another arithmetic would not end as it would have without the interruption.
    static void requireSameArithmetic(StoredRun run, RunPlan plan) {
        Manifest manifest = run.manifest();
        boolean trained = plan.experiment().objective().isComputedByMendel();
        boolean bred = plan.kind() == RunKind.EVOLUTION;
        if (manifest.arithmetic() == Manifest.ARITHMETIC || !(trained || bred)) {
            return;
        }
        throw new StoreException(run.directory() + ": the run was begun with arithmetic " + manifest.arithmetic()
                + " by Mendel " + manifest.provenance().getOrDefault("mendel", "unknown") + ", and this version has "
                + Manifest.ARITHMETIC
                + ": it would go on to other numbers. Finish it with the version that began it, or"
                + " begin a new run"
                + (trained ? "" : " with --known " + run.directory() + ", which takes its trials over"));
    }

    static void requireSearch(RunDirectory directory, Manifest manifest) {
        if (manifest.kind() == RunKind.IMPORTED) {
            throw new StoreException(
                    directory + ": its trials were imported, so there is nothing to go on with; begin a"
                            + " search with --known " + directory + ", which takes them over");
        }
    }

    static void requireRetryable(RunDirectory directory, RunPlan plan, boolean retrying) {
        if (retrying && plan.kind() == RunKind.EVOLUTION) {
            throw new StoreException(directory + ": an evolution has bred on without its failed trials, so they"
                    + " can't be tried again; those of grids, random searches and rounds can");
        }
    }

    static void requireSameData(StoredRun run, LoadedObjective loaded) {
        String before = run.manifest().dataHash();
        if (!loaded.dataHash().equals(before)) {
            throw new StoreException(run.directory() + ": the run had other data or another program (" + before
                    + ") than it would have now (" + loaded.dataHash() + ")");
        }
    }
}
