package dev.mendel.trial.evaluate;

import dev.mendel.trial.AtRung;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.List;

/// An observer with a method for each event, of which it takes those it needs. See [TrialEvent].
public interface TrialListener extends TrialObserver {
    @Override
    default void on(TrialEvent event) {
        switch (event) {
            case TrialEvent.Asked(int generation, List<Trial> trials) -> asked(generation, trials);
            case TrialEvent.TakenOver(Trial trial, String run) -> takenOver(trial, run);
            case TrialEvent.FoldFinished(FoldRun run) -> foldFinished(run);
            case TrialEvent.RungReached(Trial trial, int rung, AtRung there, List<FoldRun> folds) ->
                rungReached(trial, rung, there, folds);
            case TrialEvent.Finished(Trial trial, Outcome outcome) -> finished(trial, outcome);
            case TrialEvent.Unreached(int worker, String reason) -> unreached(worker, reason);
            case TrialEvent.SiteChanged(String line) -> siteChanged(line);
            case TrialEvent.CaughtUp() -> caughtUp();
        }
    }

    default void asked(int generation, List<Trial> trials) {}

    default void takenOver(Trial trial, String run) {}

    default void foldFinished(FoldRun run) {}

    default void rungReached(Trial trial, int rung, AtRung there, List<FoldRun> folds) {}

    default void finished(Trial trial, Outcome outcome) {}

    default void unreached(int worker, String reason) {}

    default void siteChanged(String line) {}

    default void caughtUp() {}
}
