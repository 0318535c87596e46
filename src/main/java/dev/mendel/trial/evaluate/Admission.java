package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
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
                    .ifPresentOrElse(finished -> takeOver(trial, finished), () -> left.add(trial));
        }
        return left;
    }

    private void takeOver(KnownTrials.Unfinished unfinished, KnownTrial elsewhere) {
        Trial trial = unfinished.trial();
        observer.on(new TrialEvent.TakenOver(trial, elsewhere.run()));
        for (FoldRun run : elsewhere.folds()) {
            if (!unfinished.folds().containsKey(run.fold())) {
                observer.on(new TrialEvent.FoldFinished(run.takenOver(trial)));
            }
        }
        known.close(unfinished, elsewhere.outcome());
        observer.on(new TrialEvent.Finished(trial, elsewhere.outcome()));
    }
}
