package dev.mendel.search;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.evaluate.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The wish to give up trials that will not win: they race over rungs, at each of which a share goes on. Rungs
/// are numbers of epochs, after which all folds of a trial are looked at together; numbers of folds where an
/// objective has no epochs, or where folds are wanted.
///
/// @param on whether trials are stopped at all
/// @param rungs ascending, from 1; empty for the usual ones: a 27th, a ninth and a third of the epochs, or each
///     fold
/// @param keep the share that goes on at a rung, above 0 and below 1; null for what suits the search
/// @param grace nothing is stopped, or looked at, before so many epochs or folds; at least 1
/// @param of what rungs are numbers of; of folds anyway where an objective has no epochs
public record Stopping(
        boolean on, List<Integer> rungs, @Nullable Double keep, int grace, Of of) {
    /// What trials are advanced by.
    public enum Of {
        EPOCHS,
        FOLDS
    }

    /// Every trial goes to its end.
    public static final Stopping NONE = new Stopping(false, List.of(), null, 1, Of.EPOCHS);

    /// The usual rungs.
    public static final Stopping RUNGS = new Stopping(true, List.of(), null, 1, Of.EPOCHS);

    private static final double HALF = 0.5;

    private static final List<Integer> USUAL = List.of(27, 9, 3);

    public Stopping {
        rungs = List.copyOf(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            int least = i == 0 ? 1 : rungs.get(i - 1) + 1;
            if (rungs.get(i) < least) {
                throw new IllegalArgumentException("rungs: " + rungs.get(i) + " is not a whole number from " + least
                        + "; rungs are numbers of epochs, or of folds, in ascending order");
            }
        }
        if (keep != null && !(keep > 0 && keep < 1)) {
            throw new IllegalArgumentException("keep: " + keep + " is not a number above 0 and below 1");
        }
        if (grace < 1) {
            throw new IllegalArgumentException("grace: " + grace + " is not a whole number from 1");
        }
    }

    /// Successive halving over folds: half of the trials go on after two of them, half of these after four, and
    /// so on.
    public static Stopping halving(int folds) {
        List<Integer> rungs =
                IntStream.iterate(2, at -> at < folds, at -> 2 * at).boxed().toList();
        return new Stopping(true, rungs, HALF, 1, Of.FOLDS);
    }

    /// The race of an objective's trials.
    ///
    /// @param folds the number of its folds
    /// @param epochs the number of epochs of each; 1 where it has none
    public Race race(int folds, int epochs) {
        if (!on) {
            return Race.NONE;
        }
        boolean byEpochs = epochs > 1 && of == Of.EPOCHS;
        int whole = byEpochs ? epochs : folds;
        var early = new ArrayList<Rung>();
        for (int at : places(whole, byEpochs)) {
            double share = (double) at / whole;
            early.add(byEpochs ? new Rung(folds, at, share) : new Rung(at, Attempt.ALL, share));
        }
        early.add(Rung.END);
        return new Race(early, keep);
    }

    private List<Integer> places(int whole, boolean epochs) {
        List<Integer> wanted = !rungs.isEmpty()
                ? rungs
                : epochs
                        ? USUAL.stream()
                                .map(part -> Math.max(1, Math.round((float) whole / part)))
                                .toList()
                        : IntStream.range(1, whole).boxed().toList();
        return new TreeSet<>(wanted)
                .stream().filter(at -> at >= grace && at < whole).toList();
    }
}
