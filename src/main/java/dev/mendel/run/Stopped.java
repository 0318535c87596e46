package dev.mendel.run;

import dev.mendel.search.Race;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The trials of a run that were stopped: how many at which rung, and how much of the training that saved. For
/// one thread.
public final class Stopped {
    private final Race race;
    private final int[] byRung;
    private long trials;
    private double saved;

    /// @param race of the run's trials
    public Stopped(Race race) {
        this.race = race;
        this.byRung = new int[race.rungs().size()];
    }

    /// Takes in the outcome of another trial.
    public void add(Outcome outcome) {
        trials++;
        if (outcome instanceof Outcome.Stopped stopped && stopped.rung() < byRung.length) {
            byRung[stopped.rung()]++;
            saved += 1 - race.rungs().get(stopped.rung()).share();
        }
    }

    /// The number of trials that were stopped.
    public long count() {
        long count = 0;
        for (int stopped : byRung) {
            count += stopped;
        }
        return count;
    }

    /// The part of the training of all trials that was not done, from 0 to 1.
    public double saved() {
        return trials == 0 ? 0 : saved / trials;
    }

    /// What was stopped where, and what that saved: `9 after 1 epoch, 4 after 3 epochs; saved 61 % of the
    /// training`.
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int rung = 0; rung < byRung.length; rung++) {
            if (byRung[rung] > 0) {
                parts.add(byRung[rung] + " after " + place(race.rungs().get(rung)));
            }
        }
        return String.join(", ", parts) + String.format(Locale.ROOT, "; saved %.0f %% of the training", 100 * saved());
    }

    private static String place(Rung rung) {
        boolean folds = rung.epochs() == Attempt.ALL;
        int count = folds ? rung.folds() : rung.epochs();
        return count + (folds ? " fold" : " epoch") + (count == 1 ? "" : "s");
    }
}
