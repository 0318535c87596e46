package dev.mendel.report.export;

import dev.mendel.space.Value;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.FoldRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A run's trials as one table of text, a row for each, for spreadsheets and data frames. Numbers are written
/// so that they read back the same; missing cells are empty.
public final class TrialsTable {
    private final Direction direction;
    private final GoalMarks marks;
    private final List<StoredTrial> trials;
    private final List<String> hyperparameters;
    private final Set<String> measures = new LinkedHashSet<>();
    private final int folds;

    private TrialsTable(StoredRun run, List<String> hyperparameters) {
        this.direction = run.manifest().direction();
        this.marks = GoalMarks.of(run);
        this.trials = run.trials();
        this.hyperparameters = hyperparameters;
        int most = 0;
        for (StoredTrial trial : trials) {
            most = Math.max(most, trial.folds().size());
            trial.folds()
                    .forEach(fold -> measures.addAll(fold.result().measures().keySet()));
        }
        folds = most;
    }

    /// The table as comma-separated values (RFC 4180, lines without their ends): a heading, then a line for
    /// each trial. Columns: the number and outcome of each trial, whether it is on the front
    /// of several objectives and within constraints, its hyperparameters, the value of each fold,
    /// the mean of each measure. Values are the objective's own. A hyperparameter called like another column is
    /// `hyperparameter NAME`. A text that a spreadsheet would take for a formula has a `'` before it.
    ///
    /// @param hyperparameters the names of the space's, in order
    public static List<String> csv(StoredRun run, List<String> hyperparameters) {
        return new TrialsTable(run, hyperparameters).csv();
    }

    private List<String> csv() {
        var lines = new ArrayList<String>();
        var heading = new ArrayList<String>();
        Collections.addAll(heading, "trial", "generation", "state", direction.noun(), "spread", "seconds");
        Collections.addAll(heading, "trained epochs", "taken from", "failure");
        heading.addAll(marks.names());
        // no name of a hyperparameter has a space
        hyperparameters.forEach(name -> heading.add(heading.contains(name) ? "hyperparameter " + name : name));
        for (int fold = 1; fold <= folds; fold++) {
            heading.add("fold " + fold);
        }
        measures.forEach(measure -> heading.add("mean " + measure));
        lines.add(line(heading));
        trials.forEach(trial -> lines.add(line(cells(trial))));
        return lines;
    }

    private List<String> cells(StoredTrial trial) {
        var cells = new ArrayList<String>();
        cells.add(trial.trial().id().toString());
        cells.add(Integer.toString(trial.generation()));
        cells.add(trial.state().word());
        cells.add(trial.score().isPresent() ? told(trial.score().getAsDouble()) : "");
        cells.add(trial.outcome().map(TrialsTable::spread).orElse(""));
        cells.add(Double.toString(trial.time().toNanos() / 1e9));
        cells.add(Long.toString(trial.epochs()));
        cells.add(text(trial.takenFrom().orElse("")));
        cells.add(text(trial.outcome().map(TrialsTable::reason).orElse("")));
        marks.of(trial).values().forEach(mark -> cells.add(mark.toString()));
        for (String name : hyperparameters) {
            cells.add(trial.trial()
                    .configuration()
                    .find(name)
                    .map(TrialsTable::cell)
                    .orElse(""));
        }
        for (int fold = 0; fold < folds; fold++) {
            cells.add(score(trial, fold));
        }
        measures.forEach(measure -> cells.add(mean(trial, measure)));
        return cells;
    }

    private static String cell(Value value) {
        return value instanceof Value.Text ? text(value.display()) : value.display();
    }

    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String told(double score) {
        return Double.toString(direction.value(score));
    }

    private static String spread(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished -> Double.toString(finished.standardDeviation());
            case Outcome.Failed _, Outcome.Stopped _ -> "";
        };
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> "";
            case Outcome.Failed failed -> failed.reason();
            case Outcome.Stopped stopped -> "stopped at rung " + (stopped.rung() + 1);
        };
    }

    private String score(StoredTrial trial, int fold) {
        return trial.folds().stream()
                .filter(run -> run.fold() == fold)
                .findFirst()
                .map(run -> told(run.result().score().value()))
                .orElse("");
    }

    private static String mean(StoredTrial trial, String measure) {
        double mean = trial.folds().stream()
                .map(FoldRun::result)
                .map(FoldResult::measures)
                .filter(found -> found.containsKey(measure))
                .mapToDouble(found -> found.getOrDefault(measure, Double.NaN))
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? "" : Double.toString(mean);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TrialsTable::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
