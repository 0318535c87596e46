package dev.mendel.imports;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.yaml.Fault;
import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.experiment.yaml.Shown;
import dev.mendel.experiment.yaml.SourceFile;
import dev.mendel.imports.Csv.Cell;
import dev.mendel.imports.Csv.Row;
import dev.mendel.space.Value;
import dev.mendel.trial.Moments;
import dev.mendel.trial.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a table of configurations and values: comma-separated values with a heading, a row for each.
///
/// A row is left out, with its place and reason, where a value is not in the experiment's space, its result is no
/// finite number, its column `state` tells that it has not finished, or an earlier row has the same configuration.
public final class ResultsTable {
    private static final int MOST_BYTES = 100_000_000;

    /// The states of trials without a final value, as Mendel, Optuna and others call them.
    private static final Set<String> UNFINISHED =
            Set.of("open", "failed", "fail", "error", "pruned", "running", "waiting", "killed", "terminated");

    /// The mean of folds may differ from the value beside them by what their rounding comes to.
    private static final double ROUNDING = 1e-6;

    private final Columns columns;
    private final Placing placing;
    private final Place file;
    private final Harvest harvest = new Harvest();

    private ResultsTable(Columns columns, Placing placing, Place file) {
        this.columns = columns;
        this.placing = placing;
        this.file = file;
    }

    /// The trials in a file.
    ///
    /// @param valued whether only rows with a value are trials; else one without a column of values has
    ///     configurations alone
    /// @throws ExperimentException if the file can't be read as a table, lacks a column, or has no row that can be
    ///     taken
    public static Imported read(Path path, Experiment experiment, Naming naming, boolean valued)
            throws ExperimentException {
        var faults = new Faults();
        var file = new Place.InFile(path.toString());
        String text = SourceFile.text(path, MOST_BYTES, faults).orElse("");
        List<Row> rows = faults.isEmpty() ? Csv.read(text, file, faults) : List.of();
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(file, "is empty; its first line names the columns");
        }
        require(faults);
        var columns = Columns.of(
                file, rows.getFirst().cells(), experiment.space(), experiment.direction(), naming, valued, faults);
        require(faults);
        var table = new ResultsTable(columns, new Placing(experiment.space()), file);
        rows.subList(1, rows.size()).forEach(table::read);
        return table.harvest.imported(path.toString(), file, "rows", columns.unused());
    }

    private static void require(Faults faults) throws ExperimentException {
        if (!faults.isEmpty()) {
            throw new ExperimentException(faults.inOrder());
        }
    }

    private void read(Row row) {
        Place place = file.line(row.line());
        if (row.cells().size() != columns.size()) {
            harvest.leave(List.of(new Fault(
                    place, "", "has " + row.cells().size() + " cells, and the heading has " + columns.size())));
            return;
        }
        Optional<Fault> unfinished = unfinished(row);
        if (unfinished.isPresent()) {
            harvest.leave(List.of(unfinished.get()));
            return;
        }
        var faults = new ArrayList<Fault>();
        List<Double> values = values(row, faults);
        Placing.Placed placed = placing.place(name -> given(row, name), place);
        faults.addAll(placed.faults());
        if (!faults.isEmpty()) {
            harvest.leave(faults);
            return;
        }
        placed.configuration()
                .ifPresent(configuration -> harvest.take(
                        new ImportedTrial("line " + row.line(), configuration, values, List.of(), Duration.ZERO),
                        place));
    }

    private Optional<Given> given(Row row, String hyperparameter) {
        return columns.hyperparameter(hyperparameter)
                .map(column -> row.cells().get(column))
                .filter(cell -> !Meanings.isNothing(cell.text()))
                .map(cell -> new Given(cell.place(), shown(cell), Meanings.of(cell.text())));
    }

    private Optional<Fault> unfinished(Row row) {
        OptionalInt column = columns.state();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Cell cell = row.cells().get(column.getAsInt());
        return UNFINISHED.contains(cell.text().strip().toLowerCase(Locale.ROOT))
                ? Optional.of(new Fault(cell.place(), "state", "is " + shown(cell) + ", so it has no final value"))
                : Optional.empty();
    }

    /// The values of the folds if the table has them all, else the value.
    private List<Double> values(Row row, List<Fault> faults) {
        if (columns.value().isEmpty()) {
            return List.of();
        }
        Cell cell = row.cells().get(columns.value().getAsInt());
        OptionalDouble value = number(cell);
        if (value.isEmpty() || !Score.isOne(value.getAsDouble())) {
            faults.add(new Fault(cell.place(), "", shown(cell) + " is not a finite number, of size 1e300 at most"));
            return List.of();
        }
        double[] folds = columns.folds().stream()
                .map(column -> number(row.cells().get(column)))
                .flatMapToDouble(OptionalDouble::stream)
                .filter(Score::isOne)
                .toArray();
        if (folds.length < 2 || folds.length < columns.folds().size()) {
            return List.of(value.getAsDouble());
        }
        double mean = Moments.mean(folds);
        if (Math.abs(mean - value.getAsDouble()) > ROUNDING * Math.max(1, Math.abs(mean))) {
            faults.add(new Fault(
                    cell.place(),
                    "",
                    shown(cell) + " is not the mean of its folds, " + new Value.Real(mean).display()));
        }
        return Arrays.stream(folds).boxed().toList();
    }

    private static OptionalDouble number(Cell cell) {
        return switch (Literal.plain(cell.text().strip())) {
            case Literal.Whole(long number) -> OptionalDouble.of((double) number);
            case Literal.Real(double number) -> OptionalDouble.of(number);
            case Literal.Word _, Literal.Flag _, Literal.Nothing _, Literal.Unheld _ -> OptionalDouble.empty();
        };
    }

    private static String shown(Cell cell) {
        return cell.text().isBlank() ? "an empty cell" : Shown.text(cell.text().strip());
    }
}
