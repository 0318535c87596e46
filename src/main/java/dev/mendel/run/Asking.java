package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.space.Value;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks a run for something, which it takes in between two generations, or batches of trials.
public final class Asking {
    private static final Pattern PLACE =
            Pattern.compile("--set enqueued: enqueued\\[1](?:\\.configuration\\.?)?(?:: )?");

    private Asking() {}

    /// Asks an evolution to try a configuration in its next generation.
    ///
    /// @param values `name=value`, the values as an experiment file writes them
    /// @return what comes of it, for people
    /// @throws ExperimentException if this version does not understand the run's experiment
    /// @throws StoreException if the run is no evolution or one of a group, the values don't fit its space, or it
    ///     can't be asked
    public static String enqueue(RunDirectory directory, List<String> values) throws ExperimentException {
        String group = values.stream().map(Asking::member).collect(Collectors.joining(", ", "{", "}"));
        try (StoredRun run = StoredRun.snapshot(directory)) {
            if (run.manifest().kind() != RunKind.EVOLUTION) {
                throw new StoreException(directory + ": is a "
                        + run.manifest().kind().word() + " run; only evolutions take in configurations");
            }
            run.group().ifPresent(of -> {
                throw new StoreException(directory + ": belongs to the group " + of.name()
                        + ", whose runs differ by their seeds alone; only single runs take in configurations");
            });
            requireFitting(ExperimentFile.of(run), group);
            new Requests(directory).post(List.of(new Requests.Configuration(group)));
            return "enqueued    " + group + ": " + when(run);
        }
    }

    private static void requireFitting(Experiment experiment, String group) {
        try {
            Amended.enqueued(experiment, group, 1);
        } catch (ExperimentException e) {
            // where the values stand in a file means nothing to who typed them
            throw new StoreException(
                    PLACE.matcher(String.valueOf(e.getMessage())).replaceAll(""), e);
        }
    }

    /// Asks a run to keep other limits.
    ///
    /// @param present its limits
    /// @return what comes of it, for people
    /// @throws ExperimentException if a limit is not allowed
    public static String budget(RunDirectory directory, Budget present, Budget wanted) throws ExperimentException {
        var settings = new ArrayList<Requests.Setting>();
        Map<String, String> before = ExperimentFile.text(present);
        ExperimentFile.text(wanted).forEach((name, limit) -> {
            if (!limit.equals(before.get(name))) {
                settings.add(new Requests.Setting(name + "=" + limit));
            }
        });
        try (StoredRun run = StoredRun.snapshot(directory)) {
            Experiment experiment = ExperimentFile.of(run);
            for (Requests.Setting setting : settings) {
                Amended.set(experiment, setting.setting());
            }
            new Requests(directory).post(settings);
            return "budget      " + told(wanted) + ": " + when(run);
        }
    }

    /// Limits as a file writes them.
    public static String told(Budget budget) {
        return ExperimentFile.text(budget).entrySet().stream()
                .map(limit -> limit.getKey().substring(limit.getKey().indexOf('.') + 1) + " " + limit.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String when(StoredRun run) {
        return run.status().active()
                ? "the run takes it in between two generations or batches of trials"
                : "the run takes it in when it is resumed";
    }

    private static String member(String value) {
        int equals = value.indexOf('=');
        String line = value.substring(equals + 1).replaceAll("\\R", " ");
        return new Value.Text(value.substring(0, equals)) + ": " + line;
    }
}
