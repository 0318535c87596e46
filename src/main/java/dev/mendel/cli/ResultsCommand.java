package dev.mendel.cli;

import dev.mendel.experiment.Coverage;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentReader;
import dev.mendel.report.Reported;
import dev.mendel.report.ResultsPage;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel results RUN…`.
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        description = "Print what runs found beside what was reported, as Markdown.")
final class ResultsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "a run's directory, its name or the name's beginning, or `latest`")
    private List<String> runs = List.of();

    @Option(
            names = "--reported",
            paramLabel = "EXPERIMENT",
            description = "take the reported figures from this file instead, for runs of its experiment and their"
                    + " retests; may be repeated")
    private List<Path> files = List.of();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        var figures = new HashMap<String, List<Reported>>();
        for (Path file : files) {
            Experiment experiment = ExperimentReader.read(file, List.of());
            figures.put(experiment.name(), experiment.reported());
            figures.put(experiment.retestName(), experiment.reported());
        }
        out.println("# Results");
        out.println();
        out.println(
                "Means ± sample standard deviations over rounds, in percent. A figure is reached when the mean here is"
                        + " no lower than the reported mean less its standard deviation, or less 1.5 points where none was given.");
        for (String run : runs) {
            try (StoredRun stored = StoredRun.open(RunDirectory.find(output.path(), run))) {
                Experiment experiment = ExperimentReader.parse(
                        stored.directory() + "/experiment.yaml",
                        stored.manifest().text(),
                        List.of());
                out.println();
                ResultsPage.section(stored, figures.getOrDefault(experiment.name(), experiment.reported()))
                        .forEach(out::println);
                Coverage.of(stored)
                        .filter(coverage -> !coverage.isComplete())
                        .ifPresent(coverage -> out.println("Only " + coverage + " points were tried."));
            }
        }
        return 0;
    }
}
