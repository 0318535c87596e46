package dev.mendel.store;

import dev.mendel.search.Checkpoint;
import dev.mendel.search.Generation;
import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.Sql.Damage;
import dev.mendel.store.StoredTrial.State;
import dev.mendel.store.TrialsTable.Entry;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.KnownTrial;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.KnownTrials.Unfinished;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Trials with their folds, from the tables that hold them.
final class TrialReader {
    private static final String FINISHED = "where state = 'finished' ";
    private static final String EVALUATED =
            FINISHED + "and id not in (select trial from folds where worker = " + FoldRun.IMPORTED + ") ";

    private final TrialsTable trials;
    private final FoldsTable folds;
    private @Nullable SearchSpace space;

    TrialReader(Sql sql) {
        this.trials = new TrialsTable(sql);
        this.folds = new FoldsTable(sql);
    }

    /// From now on a trial whose configuration is not of a space is damage.
    void expect(SearchSpace other) {
        space = other;
    }

    /// All trials that have an outcome, by number.
    List<Evaluation> evaluations() throws SQLException {
        Map<Long, List<FoldResult>> results = folds.results("trial in (select id from trials where state <> 'open')");
        Map<Long, List<AtRung>> rungs = trials.rungs("true");
        return select("where state <> 'open' order by id").stream()
                .map(entry -> evaluation(
                        entry, results.getOrDefault(entry.id(), List.of()), rungs.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /// All trials that were asked for and have no outcome, with the folds they have.
    List<Unfinished> unfinished() throws SQLException {
        var unfinished = new ArrayList<Unfinished>();
        for (Entry entry : select("where state = 'open' order by id")) {
            unfinished.add(new Unfinished(
                    entry.trial(),
                    entry.generation(),
                    folds.byFold(entry.trial().id()),
                    rungs(entry)));
        }
        return unfinished;
    }

    /// All trials with what is known of each.
    ///
    /// @param experiment the experiment's seed
    KnownTrials known(Seed experiment) throws SQLException {
        var known = new KnownTrials(experiment);
        evaluations().forEach(known::restore);
        unfinished().forEach(known::restore);
        return known;
    }

    /// The checkpoint of a generation: itself, and the outcomes of the trials asked for up to it.
    Checkpoint checkpoint(Generation generation) throws SQLException {
        return new Checkpoint(
                generation,
                evaluations().stream()
                        .filter(evaluation -> evaluation.generation() <= generation.number())
                        .toList());
    }

    /// The best finished trials, best first; of equals the one asked for first. Where constraints count too,
    /// those within them come first; of several objectives the first one decides.
    List<Evaluation> best(int count, Goals goals) throws SQLException {
        if (!goals.isOn()) {
            return evaluations(select(FINISHED + "order by score desc, id limit ?", count));
        }
        ToDoubleFunction<Evaluation> worth = each -> goals.worth(each.outcome()).getFirst();
        return evaluations().stream()
                .filter(each -> worth.applyAsDouble(each) > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparingDouble(worth).reversed())
                .limit(count)
                .toList();
    }

    /// Why the last failed trial, by number, has failed.
    Optional<String> lastFailure() throws SQLException {
        List<Entry> failed = select("where state = 'failed' order by id desc limit 1");
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(evaluation(failed.getFirst(), List.of(), List.of())
                                .outcome())
                        .filter(Outcome.Failed.class::isInstance)
                        .map(outcome -> ((Outcome.Failed) outcome).reason());
    }

    /// So many finished trials that were evaluated, spread evenly over the run.
    List<Evaluation> sample(int count) throws SQLException {
        long evaluated = trials.sql().number("select count(*) from trials " + EVALUATED);
        long taken = Math.min(count, evaluated);
        var entries = new ArrayList<Entry>();
        for (long i = 0; i < taken; i++) {
            long place = taken == 1 ? 0 : i * (evaluated - 1) / (taken - 1);
            entries.addAll(select(EVALUATED + "order by id limit 1 offset ?", place));
        }
        return evaluations(entries);
    }

    Evaluation evaluation(long trial) throws SQLException {
        return evaluations(select("where id = ?", trial)).stream()
                .findFirst()
                .orElseThrow(() -> new Damage("an individual is of trial " + trial + ", which there is not"));
    }

    /// The trial of a configuration, if it has an outcome, with all that is known of its folds.
    ///
    /// @param run the name of this run
    Optional<KnownTrial> known(Configuration configuration, String run) throws SQLException {
        List<Entry> found = select("where configuration = ? and state <> 'open'", configuration.json());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = found.getFirst();
        List<FoldRun> runs = folds.of(entry.trial());
        return Optional.of(new KnownTrial(run, runs, outcome(entry, runs, rungs(entry))));
    }

    /// One trial with its folds and their epochs, if it is there.
    Optional<StoredTrial> one(TrialId trial) throws SQLException {
        List<Entry> found = select("where id = ?", trial.number());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = found.getFirst();
        List<FoldRun> own = folds.of(entry.trial());
        long epochs =
                own.stream().mapToLong(fold -> fold.result().epochs().size()).sum();
        return Optional.of(
                stored(entry, own, rungs(entry), epochs, trials.taken().get(trial)));
    }

    /// All trials, by number.
    List<StoredTrial> all() throws SQLException {
        List<Entry> entries = select("order by id");
        var byNumber = new HashMap<Long, Trial>();
        entries.forEach(entry -> byNumber.put(entry.id(), entry.trial()));
        Map<Long, List<FoldRun>> runs = folds.all(byNumber);
        Map<Long, Long> epochs = folds.epochCounts();
        Map<TrialId, String> taken = trials.taken();
        Map<Long, List<AtRung>> rungs = trials.rungs("true");
        return entries.stream()
                .map(entry -> stored(
                        entry,
                        runs.getOrDefault(entry.id(), List.of()),
                        rungs.getOrDefault(entry.id(), List.of()),
                        epochs.getOrDefault(entry.id(), 0L),
                        taken.get(entry.trial().id())))
                .toList();
    }

    private static StoredTrial stored(
            Entry entry, List<FoldRun> own, List<AtRung> rungs, long epochs, @Nullable String takenFrom) {
        return new StoredTrial(
                entry.trial(),
                entry.generation(),
                own,
                entry.state() == State.OPEN ? Optional.empty() : Optional.of(outcome(entry, own, rungs)),
                epochs,
                Optional.ofNullable(takenFrom));
    }

    private List<Entry> select(String condition, Object... parameters) throws SQLException {
        List<Entry> entries = trials.select(condition, parameters);
        if (space != null) {
            for (Entry entry : entries) {
                Optional<String> fault = space.fault(entry.trial().configuration());
                if (fault.isPresent()) {
                    throw new Damage("trial " + entry.trial().id() + " is none of the run's space: " + fault.get());
                }
            }
        }
        return entries;
    }

    private List<Evaluation> evaluations(List<Entry> entries) throws SQLException {
        var evaluations = new ArrayList<Evaluation>();
        for (Entry entry : entries) {
            List<FoldResult> results = folds.results("trial = " + entry.id()).getOrDefault(entry.id(), List.of());
            evaluations.add(evaluation(entry, results, rungs(entry)));
        }
        return evaluations;
    }

    private List<AtRung> rungs(Entry entry) throws SQLException {
        return trials.rungs("trial = " + entry.id()).getOrDefault(entry.id(), List.of());
    }

    private static Evaluation evaluation(Entry entry, List<FoldResult> results, List<AtRung> rungs) {
        return new Evaluation(entry.trial(), entry.generation(), entry.outcome(results, rungs));
    }

    private static Outcome outcome(Entry entry, List<FoldRun> runs, List<AtRung> rungs) {
        return entry.outcome(runs.stream().map(FoldRun::result).toList(), rungs);
    }
}
