package dev.mendel.imports;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.yaml.Fault;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.imports.StudyFile.Parameter;
import dev.mendel.imports.StudyFile.Study;
import dev.mendel.imports.StudyFile.Trial;
import dev.mendel.space.Hyperparameter;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Score;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a study of Optuna from its SQLite storage. Trials that are not complete, whose parameters are not in the
/// experiment's space, or whose value is not finite are left out, each with its reason. Values reported on the way
/// become the measure `value` of epochs.
public final class OptunaStudy {
    private static final String COMPLETE = "COMPLETE";

    private final Place.InFile file;
    private final Experiment experiment;
    private final Naming naming;
    private final Harvest harvest = new Harvest();

    private OptunaStudy(Path file, Experiment experiment, Naming naming) {
        this.file = new Place.InFile(file.toString());
        this.experiment = experiment;
        this.naming = naming;
    }

    /// The trials of a study.
    ///
    /// @param study its name; null for the only one
    /// @throws ExperimentException if the file is no storage of Optuna, has no such study, the study has another
    ///     direction or several objectives, it lacks a hyperparameter, or none of its trials can be taken
    public static Imported read(Path path, @Nullable String study, Experiment experiment, Naming naming)
            throws ExperimentException {
        var reader = new OptunaStudy(path, experiment, naming);
        if (!Files.isRegularFile(path)) {
            throw reader.refused("there is no such file");
        }
        try (StudyFile storage = StudyFile.open(path)) {
            if (!storage.isStorage()) {
                throw reader.refused("is no storage of Optuna 3 or later; one of an earlier version becomes so by"
                        + " `optuna storage upgrade`");
            }
            Study chosen = reader.chosen(storage.studies(), study);
            reader.requireDirection(chosen);
            return reader.imported(chosen, storage.trials(chosen));
        } catch (SQLException e) {
            throw reader.refused("can't be read as a SQLite database: " + e.getMessage());
        }
    }

    private ExperimentException refused(String why) {
        return new ExperimentException(List.of(new Fault(file, "", why)));
    }

    private Study chosen(List<Study> studies, @Nullable String name) throws ExperimentException {
        String names = String.join(", ", studies.stream().map(Study::name).toList());
        if (name == null && studies.size() == 1) {
            return studies.getFirst();
        }
        if (name == null) {
            throw refused(studies.isEmpty() ? "has no study" : "has several studies; name one with --study: " + names);
        }
        return studies.stream()
                .filter(study -> study.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("has no study " + name + "; it has " + names));
    }

    private void requireDirection(Study study) throws ExperimentException {
        if (study.directions().size() != 1) {
            throw refused("study " + study.name() + " has " + study.directions().size()
                    + " objectives, and an experiment has one");
        }
        String wanted = experiment.direction() == Direction.MAXIMISE ? "MAXIMIZE" : "MINIMIZE";
        if (!study.directions().getFirst().equals(wanted)) {
            throw refused("study " + study.name() + " has direction "
                    + study.directions().getFirst() + ", and the experiment " + wanted);
        }
    }

    private Imported imported(Study study, List<Trial> trials) throws ExperimentException {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(trial -> names.addAll(trial.parameters().keySet()));
        if (!names.isEmpty()) {
            requireParameters(names);
        }
        var placing = new Placing(experiment.space());
        trials.forEach(trial -> take(trial, placing));
        experiment.space().hyperparameters().forEach(hyperparameter -> names.remove(there(hyperparameter.name())));
        return harvest.imported(file.file() + ", study " + study.name(), file, "trials", List.copyOf(names));
    }

    /// The name of a hyperparameter in the study.
    private String there(String hyperparameter) {
        return naming.others().getOrDefault(hyperparameter, hyperparameter);
    }

    private void requireParameters(Set<String> names) throws ExperimentException {
        var faults = new ArrayList<Fault>();
        for (Hyperparameter hyperparameter : experiment.space().hyperparameters()) {
            String name = hyperparameter.name();
            if (!names.contains(there(name))
                    && (Placing.needs(hyperparameter) || naming.others().containsKey(name))) {
                faults.add(new Fault(
                        file,
                        name,
                        "no trial has a parameter " + there(name) + Nearest.question(there(name), names)
                                + "; name it with --map " + name + "=PARAMETER; the study has "
                                + String.join(", ", names)));
            }
        }
        if (!faults.isEmpty()) {
            throw new ExperimentException(faults);
        }
    }

    private void take(Trial trial, Placing placing) {
        var place = new Place.InPart(file.file(), "trial " + trial.number());
        if (!trial.state().equals(COMPLETE)) {
            harvest.leave(List.of(new Fault(place, "", "is " + trial.state() + ", so it has no final value")));
            return;
        }
        var faults = new ArrayList<Fault>();
        if (trial.value().isEmpty() || !Score.isOne(trial.value().getAsDouble())) {
            faults.add(new Fault(place, "", "its value is not a finite number, of size 1e300 at most"));
        }
        Placing.Placed placed = placing.place(
                name -> Optional.ofNullable(trial.parameters().get(there(name))).map(value -> given(place, value)),
                place);
        faults.addAll(placed.faults());
        if (!faults.isEmpty()) {
            harvest.leave(faults);
            return;
        }
        placed.configuration()
                .ifPresent(configuration -> harvest.take(
                        new ImportedTrial(
                                "trial " + trial.number(),
                                configuration,
                                List.of(trial.value().orElseThrow()),
                                epochs(trial),
                                trial.time()),
                        place));
    }

    private static Given given(Place place, Parameter parameter) {
        return Distribution.meanings(parameter)
                .map(meanings -> new Given(place, meanings.getFirst().display(), meanings))
                .orElseGet(
                        () -> new Given(place, "a value that can't be read: " + parameter.distribution(), List.of()));
    }

    private static List<FoldResult.Epoch> epochs(Trial trial) {
        return trial.intermediate().entrySet().stream()
                .map(step -> new FoldResult.Epoch(step.getKey(), Double.NaN, Map.of("value", step.getValue())))
                .toList();
    }
}
