package dev.mendel.experiment.file;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.file.space.HyperparameterSection;
import dev.mendel.experiment.file.space.RulesSection;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes experiments as files, section by section.
final class ExperimentWriter {
    private final StringBuilder out = new StringBuilder();

    private final @Nullable Path folder;

    private ExperimentWriter(@Nullable Path folder) {
        this.folder = folder;
    }

    /// The text of a file.
    ///
    /// @param folder of the file; null where it is not anywhere
    static String of(Experiment experiment, @Nullable Path folder) {
        var writer = new ExperimentWriter(folder);
        writer.write(experiment);
        return writer.out.toString();
    }

    private void write(Experiment experiment) {
        out.append("# as Mendel read it; settings that digit-pairs leaves out are at their defaults\n");
        line("experiment", PlainWord.write(experiment.name()));
        if (!experiment.description().isEmpty()) {
            line("description", PlainWord.write(experiment.description()));
        }
        line("objective", "");
        ObjectiveSection.write(experiment.objective(), experiment.precautions().isolated(), folder)
                .forEach((key, value) -> line("  " + key, value));
        line("space", "");
        for (Hyperparameter hyperparameter : experiment.space().hyperparameters()) {
            line("  " + hyperparameter.name(), Written.group(HyperparameterSection.write(hyperparameter)));
        }
        items(
                "forbidden",
                experiment.space().rules().forbidden().stream()
                        .map(RulesSection::write)
                        .map(Written::group)
                        .toList());
        items(
                "where",
                experiment.space().rules().where().stream()
                        .map(rule -> PlainWord.write(rule.toString()))
                        .toList());
        items("initial", experiment.initial().stream().map(Written::values).toList());
        items(
                "enqueued",
                experiment.enqueued().stream()
                        .map(EnqueuedSection::write)
                        .map(Written::group)
                        .toList());
        items(
                "configurations",
                experiment.configurations().stream()
                        .map(Configuration::values)
                        .map(Written::values)
                        .toList());
        items(
                "reported",
                experiment.reported().stream()
                        .map(ReportedSection::write)
                        .map(Written::group)
                        .toList());
        line("evolution", Written.group(EvolutionSection.write(experiment.evolution())));
        line("budget", Written.group(BudgetSection.write(experiment.budget())));
        if (experiment.stopping().on()) {
            line("stopping", StoppingSection.write(experiment.stopping()));
        }
        members(GoalsSection.OBJECTIVES, GoalsSection.objectives(experiment.goals()));
        members(GoalsSection.CONSTRAINTS, GoalsSection.constraints(experiment.goals()));
        line(
                "failures",
                Written.group(FailuresSection.write(
                        experiment.budget(), experiment.precautions().retry())));
        line("seed", Long.toString(experiment.seed().value()));
    }

    /// A line of the file; with nothing behind the colon it begins a section.
    private void line(String key, String value) {
        out.append(key).append(value.isEmpty() ? ":" : ": ").append(value).append('\n');
    }

    /// A section of members with names; none where there are none.
    private void members(String section, Map<String, String> members) {
        if (!members.isEmpty()) {
            line(section, "");
            members.forEach((name, value) -> line("  " + PlainWord.write(name), value));
        }
    }

    /// A section of several items; none where there are none.
    private void items(String section, List<String> items) {
        if (!items.isEmpty()) {
            line(section, "");
            items.forEach(item -> out.append("  - ").append(item).append('\n'));
        }
    }
}
