package dev.mendel.trial.evaluate;

import dev.mendel.space.Configuration;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The finished trials and folds of a run: the memory that keeps anything from being evaluated twice, also over
/// interruptions. Not thread-safe; used by the thread that asks for evaluations.
public final class KnownTrials {

    /// A trial that was asked for and has no outcome yet.
    ///
    /// @param folds the results of those folds that are finished, by number
    /// @param passed what it had come to at the rungs that it has passed
    public record Unfinished(Trial trial, int generation, Map<Integer, FoldResult> folds, List<AtRung> passed) {
        public Unfinished {
            folds = Map.copyOf(folds);
            passed = List.copyOf(passed);
        }

        /// One that has passed no rungs.
        public Unfinished(Trial trial, int generation, Map<Integer, FoldResult> folds) {
            this(trial, generation, folds, List.of());
        }
    }

    private final Seed experiment;
    private final Map<Configuration, Evaluation> finished = new HashMap<>();
    private final Map<Configuration, Unfinished> unfinished = new HashMap<>();
    private Function<Configuration, Optional<KnownTrial>> elsewhere = _ -> Optional.empty();

    /// An empty known.
    ///
    /// @param experiment the seed that all trials' seeds derive from
    public KnownTrials(Seed experiment) {
        this.experiment = experiment;
    }

    /// Takes over a finished trial of an earlier session.
    public void restore(Evaluation evaluation) {
        finished.put(evaluation.trial().configuration(), evaluation);
    }

    /// Takes over a trial that an earlier session left unfinished.
    public void restore(Unfinished trial) {
        unfinished.put(trial.trial().configuration(), trial);
    }

    /// Sets a source of results that this run lacks: other runs of the same objective.
    public void consult(Function<Configuration, Optional<KnownTrial>> other) {
        elsewhere = other;
    }

    /// The number of trials asked for so far.
    public long size() {
        return (long) finished.size() + unfinished.size();
    }

    /// The number of trials that have an outcome.
    public long finished() {
        return finished.size();
    }

    /// The newest generation that has asked for a trial; -1 if none has.
    public int newestGeneration() {
        return IntStream.concat(
                        finished.values().stream().mapToInt(Evaluation::generation),
                        unfinished.values().stream().mapToInt(Unfinished::generation))
                .max()
                .orElse(-1);
    }

    /// The evaluation of a configuration, if it has one.
    public Optional<Evaluation> find(Configuration configuration) {
        return Optional.ofNullable(finished.get(configuration));
    }

    /// The trial of a configuration that was asked for but has no outcome yet.
    Optional<Unfinished> findUnfinished(Configuration configuration) {
        return Optional.ofNullable(unfinished.get(configuration));
    }

    /// The knowledge of another run of a configuration.
    Optional<KnownTrial> findElsewhere(Configuration configuration) {
        return elsewhere.apply(configuration);
    }

    /// Opens a trial, numbered next.
    Unfinished open(int generation, Configuration configuration) {
        var trial = new Unfinished(Trial.of(new TrialId(size() + 1), configuration, experiment), generation, Map.of());
        restore(trial);
        return trial;
    }

    /// Notes the rungs that an open trial has passed.
    Unfinished reached(Unfinished trial, List<AtRung> passed) {
        var further = new Unfinished(trial.trial(), trial.generation(), trial.folds(), passed);
        restore(further);
        return further;
    }

    /// Closes an open trial with its outcome.
    Evaluation close(Unfinished trial, Outcome outcome) {
        var evaluation = new Evaluation(trial.trial(), trial.generation(), outcome);
        unfinished.remove(trial.trial().configuration());
        restore(evaluation);
        return evaluation;
    }
}
