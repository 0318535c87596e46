package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Reported;
import dev.mendel.report.results.RoundsReport;
import dev.mendel.report.run.FollowedSearch;
import dev.mendel.report.run.RunDescription;
import dev.mendel.report.run.RunDescription.Mark;
import dev.mendel.report.run.RunReport;
import dev.mendel.report.run.Subject;
import dev.mendel.search.RunKind;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Goals;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A run as a page for people.
public final class RunPage {
    private RunPage() {}

    /// Writes a stored run as a page into its directory.
    ///
    /// @return the page's file
    public static Path write(StoredRun run, Experiment experiment) {
        return run.manifest().kind() == RunKind.ROUNDS
                ? RoundsReport.write(run, experiment.description(), experiment.reported())
                : RunReport.write(run, description(experiment));
    }

    /// The content of a page that is drawn again and again.
    ///
    /// @param followed the one run's
    /// @param thorough whether there is time for what takes long
    public static Record view(StoredRun run, Experiment experiment, FollowedSearch followed, boolean thorough) {
        return run.manifest().kind() == RunKind.ROUNDS
                ? RoundsReport.view(run, experiment.description(), experiment.reported())
                : followed.view(run, description(experiment), thorough);
    }

    private static RunDescription description(Experiment experiment) {
        return new RunDescription(
                experiment.description(),
                experiment.space(),
                experiment.budget(),
                subject(experiment.objective()),
                experiment.reported().stream()
                        .map(reported -> mark(reported, experiment.goals()))
                        .toList());
    }

    /// What others reported of the comparison is a value of the first objective.
    private static Mark mark(Reported reported, Goals goals) {
        var values = new LinkedHashMap<String, Double>();
        String measure = reported.isUsual() && goals.isOn()
                ? goals.objectives().getFirst().name()
                : reported.measure();
        values.put(measure, reported.percent() / 100);
        reported.parameters().ifPresent(count -> values.put("parameters", (double) count));
        String name = Stream.of(reported.by(), reported.name())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(": "));
        return new Mark(name.isEmpty() ? "reported" : name, values);
    }

    private static Subject subject(ObjectiveSettings objective) {
        return switch (objective) {
            case ObjectiveSettings.DigitPairs _ -> Subject.PAIRS;
            case ObjectiveSettings.Command _ -> Subject.PROGRAM;
            case ObjectiveSettings.Java _, ObjectiveSettings.Embedded _ -> Subject.FUNCTION;
        };
    }
}
