package dev.mendel.cli;

import dev.mendel.bench.SearchTask;
import dev.mendel.bench.landscape.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that say what searches are measured by: tasks of a folder, or landscapes.
final class TaskOptions {
    @Option(names = "--tasks", paramLabel = "DIR", description = "the folder of the tasks")
    private @Nullable Path folder;

    @Option(
            names = "--landscapes",
            paramLabel = "FAMILY",
            split = ",",
            completionCandidates = LandscapeCommand.FamilyNames.class,
            description = "instead: landscapes of these families, drawn at random, one for each search:"
                    + " ${COMPLETION-CANDIDATES}, or all")
    private List<String> landscapes = List.of();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "of these tasks only (default: of all in the folder)")
    private List<String> only = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "searches of each task (default: ${DEFAULT-VALUE})")
    private int seeds;

    /// Whether landscapes are wanted, instead of tasks.
    boolean landscapes() {
        return !landscapes.isEmpty();
    }

    int seeds(CommandSpec spec) {
        Failures.require(spec, seeds >= 1, "--seeds: " + seeds + " is not a whole number from 1");
        return seeds;
    }

    List<Family> families(CommandSpec spec) {
        if (landscapes.equals(List.of("all"))) {
            return List.of(Family.values());
        }
        return landscapes.stream()
                .map(word -> LandscapeCommand.family(spec, "--landscapes", word, ", all"))
                .toList();
    }

    List<SearchTask> tasks(CommandSpec spec) throws IOException {
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "Missing option: --tasks=DIR or --landscapes=FAMILY");
        }
        List<SearchTask> tasks = SearchTask.of(folder).stream()
                .filter(task -> only.isEmpty() || only.contains(task.name()))
                .toList();
        Failures.require(spec, !tasks.isEmpty(), "--only: there is no task " + String.join(", ", only));
        return tasks;
    }
}
