package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes trials of the configurations that are asked for: of as many as are allowed, none twice, and none that
/// another run has finished.
///
/// @param known the run's known trials; changed by this
record Admission(KnownTrials known, Limits limits, TrialObserver observer) {

    /// The trials that are to be evaluated.
    List<KnownTrials.Unfinished> admit(int generation, List<Configuration> configurations) {
        return takeOver(unfinished(generation, configurations));
    }

    /// The different configurations among those asked for that have no outcome yet, as trials, as many as are
    /// allowed.
    private List<KnownTrials.Unfinished> unfinished(int generation, List<Configuration> configurations) {
        var trials = new LinkedHashMap<Configuration, KnownTrials.Unfinished>();
        var opened = new ArrayList<Trial>();
        for (Configuration configuration : configurations) {
            if (trials.containsKey(configuration) || known.find(configuration).isPresent()) {
                continue;
            }
            Optional<KnownTrials.Unfinished> begun = known.findUnfinished(configuration);
            if (begun.isPresent()) {
                trials.put(configuration, begun.get());
            } else if (known.size() < limits.trials().getAsLong()) {
                KnownTrials.Unfinished trial = known.open(generation, configuration);
                opened.add(trial.trial());
                trials.put(configuration, trial);
            }
        }
        if (!opened.isEmpty()) {
            observer.on(new TrialEvent.Asked(generation, opened));
        }
        return List.copyOf(trials.values());
    }

    /// Takes over those trials that another run has finished; returns the others.
    private List<KnownTrials.Unfinished> takeOver(List<KnownTrials.Unfinished> trials) {
        var left = new ArrayList<KnownTrials.Unfinished>();
        for (KnownTrials.Unfinished trial : trials) {
            known.findElsewhere(trial.trial().configuration())
                    .ifPresentOrElse(
                            elsewhere -> takeOver(trial, elsewhere).ifPresent(left::add), () -> left.add(trial));
        }
        return left;
    }

    /// @return what is left to do: a trial that was stopped elsewhere may go on here from where it was
    private Optional<KnownTrials.Unfinished> takeOver(KnownTrials.Unfinished unfinished, KnownTrial elsewhere) {
        Trial trial = unfinished.trial();
        List<FoldRun> folds =
                elsewhere.folds().stream().map(run -> run.takenOver(trial)).toList();
        if (elsewhere.outcome() instanceof Outcome.Stopped stopped) {
            if (unfinished.passed().size() >= stopped.passed().size()) {
                return Optional.of(unfinished);
            }
            passRungs(trial, stopped, folds);
            return Optional.of(known.reached(unfinished, stopped.passed()));
        }
        observer.on(new TrialEvent.TakenOver(trial, elsewhere.run()));
        passRungs(trial, elsewhere.outcome(), List.of());
        for (FoldRun run : folds) {
            if (!unfinished.folds().containsKey(run.fold())) {
                observer.on(new TrialEvent.FoldFinished(run));
            }
        }
        known.close(unfinished, elsewhere.outcome());
        observer.on(new TrialEvent.Finished(trial, elsewhere.outcome()));
        return Optional.empty();
    }

    private void passRungs(Trial trial, Outcome outcome, List<FoldRun> folds) {
        List<AtRung> passed = outcome.passed();
        for (int rung = 0; rung < passed.size(); rung++) {
            boolean last = rung == passed.size() - 1;
            observer.on(new TrialEvent.RungReached(trial, rung, passed.get(rung), last ? folds : List.of()));
        }
    }
}
