package dev.mendel.imports;

import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.imports.Csv.Cell;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which column of a table holds what. Names are looked up as the experiment has them, and as Mendel, Optuna, MLflow
/// and
/// Ray write them into tables.
final class Columns {
    private static final List<String> BEFORE = List.of("hyperparameter ", "", "params_", "params.", "config/");
    private static final String FOLD = "fold ";
    private static final String STATE = "state";

    private final Place file;
    private final List<Cell> heading;
    private final List<String> names;
    private final Naming naming;
    private final Faults faults;
    private final Map<String, Integer> hyperparameters = new LinkedHashMap<>();
    private OptionalInt value = OptionalInt.empty();

    private Columns(Place file, List<Cell> heading, Naming naming, Faults faults) {
        this.file = file;
        this.heading = heading;
        this.names = heading.stream().map(cell -> cell.text().strip()).toList();
        this.naming = naming;
        this.faults = faults;
    }

    /// The columns that a heading names.
    ///
    /// @param valued whether there has to be one of values
    /// @param faults takes names that stand there twice, and columns that are missing
    static Columns of(
            Place file,
            List<Cell> heading,
            SearchSpace space,
            Direction direction,
            Naming naming,
            boolean valued,
            Faults faults) {
        var columns = new Columns(file, heading, naming, faults);
        columns.requireDifferent();
        space.hyperparameters().forEach(columns::find);
        columns.findValue(direction, valued);
        return columns;
    }

    int size() {
        return names.size();
    }

    Optional<Integer> hyperparameter(String name) {
        return Optional.ofNullable(hyperparameters.get(name));
    }

    /// The column of the objective's value.
    OptionalInt value() {
        return value;
    }

    /// The column of the state of each row.
    OptionalInt state() {
        int column = names.indexOf(STATE);
        return column < 0 || hyperparameters.containsValue(column) ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /// The columns `fold 1` and so on.
    List<Integer> folds() {
        var folds = new ArrayList<Integer>();
        for (int column = names.indexOf(FOLD + 1); column >= 0; column = names.indexOf(FOLD + (folds.size() + 1))) {
            folds.add(column);
        }
        return folds;
    }

    /// The names of all other columns.
    List<String> unused() {
        List<Integer> folds = folds();
        return IntStream.range(0, names.size())
                .filter(column -> !hyperparameters.containsValue(column)
                        && value.orElse(-1) != column
                        && state().orElse(-1) != column
                        && !folds.contains(column)
                        && !names.get(column).isEmpty())
                .mapToObj(names::get)
                .toList();
    }

    private void requireDifferent() {
        for (int column = 0; column < names.size(); column++) {
            if (!names.get(column).isEmpty() && names.indexOf(names.get(column)) < column) {
                faults.add(heading.get(column).place(), "the column " + names.get(column) + " is there twice");
            }
        }
    }

    private void find(Hyperparameter hyperparameter) {
        String name = hyperparameter.name();
        String other = naming.others().get(name);
        List<String> candidates =
                other == null ? BEFORE.stream().map(before -> before + name).toList() : List.of(other);
        Optional<Integer> column = candidates.stream()
                .map(names::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
        column.ifPresent(place -> hyperparameters.put(name, place));
        if (column.isEmpty() && (Placing.needs(hyperparameter) || other != null)) {
            missing(name, other == null ? name : other, "--map " + name + "=COLUMN");
        }
    }

    private void findValue(Direction direction, boolean valued) {
        String usual = names.contains(direction.noun()) ? direction.noun() : "value";
        String name = naming.value() == null ? usual : naming.value();
        int column = names.indexOf(name);
        if (column >= 0 && hyperparameters.containsValue(column)) {
            faults.add(
                    heading.get(column).place(),
                    "the column " + name + " is a hyperparameter; name the one of values with --value COLUMN");
        } else if (column >= 0) {
            value = OptionalInt.of(column);
        } else if (valued || naming.value() != null) {
            missing("the value", name, "--value COLUMN");
        }
    }

    private void missing(String of, String name, String option) {
        faults.add(
                file.line(1),
                "has no column " + name + " for " + of + Nearest.question(name, names) + "; name it with " + option
                        + "; the columns are " + String.join(", ", names));
    }
}
