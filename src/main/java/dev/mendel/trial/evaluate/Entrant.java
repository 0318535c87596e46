package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A trial in a race.
///
/// @param pending null for one whose outcome is known from an earlier session
/// @param passed what it had come to at the rungs that it has passed; grows while it runs
record Entrant(@Nullable PendingTrial pending, List<AtRung> passed) {

    /// The different configurations among those asked for that race: those whose trials the generation opened,
    /// in an earlier session too.
    static List<Entrant> of(
            int generation,
            List<Configuration> configurations,
            List<PendingTrial> pending,
            KnownTrials known,
            Heat heat) {
        var running = new HashMap<Configuration, PendingTrial>();
        pending.forEach(trial -> running.put(trial.trial().trial().configuration(), trial));
        var entrants = new ArrayList<Entrant>();
        for (Configuration configuration : new LinkedHashSet<>(configurations)) {
            PendingTrial trial = running.get(configuration);
            if (trial != null) {
                entrants.add(new Entrant(trial, trial.passed()));
            } else {
                known.find(configuration)
                        .filter(evaluation -> evaluation.generation() == generation)
                        .map(Evaluation::outcome)
                        .filter(outcome -> !(outcome instanceof Outcome.Finished)
                                || outcome.passed().size() >= heat.early().size())
                        .ifPresent(outcome -> entrants.add(new Entrant(null, outcome.passed())));
            }
        }
        return entrants;
    }

    /// The trials that have no outcome.
    static List<PendingTrial> open(List<Entrant> entrants) {
        return entrants.stream()
                .map(Entrant::pending)
                .filter(Objects::nonNull)
                .filter(PendingTrial::isOpen)
                .toList();
    }

    /// Those of them that have still to come to a rung.
    static List<PendingTrial> openBefore(List<Entrant> entrants, int rung) {
        return open(entrants).stream()
                .filter(trial -> trial.passed().size() <= rung)
                .toList();
    }

    /// What each is worth at a rung; no numbers for those that have not come there.
    static List<List<Double>> worth(List<Entrant> entrants, int rung) {
        return entrants.stream()
                .map(Entrant::passed)
                .map(passed -> passed.size() > rung ? passed.get(rung).worth() : List.<Double>of())
                .toList();
    }
}
