package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.Reported;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.results.ResultsPage;
import dev.mendel.report.results.TopTables;
import dev.mendel.run.Coverage;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        description = "Print the results of runs beside reported ones, as Markdown.")
final class ResultsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            arity = "1..*",
            description = "a run's directory, its name or the name's beginning, or `latest`")
    private List<String> runs = List.of();

    @Option(
            names = "--reported",
            paramLabel = "EXPERIMENT",
            description = "take the reported figures from this file instead, for runs of its experiment and their"
                    + " retests; may be repeated")
    private List<Path> files = List.of();

    @Option(
            names = "--per",
            paramLabel = "NAME",
            description =
                    "instead: the first run's best, a table for each value of this hyperparameter, with the scores of"
                            + " its retests, the other runs")
    private @Nullable String per;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "3",
            description = "with --per, how many of the best a table has (default: ${DEFAULT-VALUE})")
    private int count;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (per != null) {
            best(per).forEach(out::println);
            return 0;
        }
        var figures = new HashMap<String, List<Reported>>();
        for (Path file : files) {
            Experiment experiment = ExperimentFile.read(file, List.of());
            figures.put(experiment.name(), experiment.reported());
            figures.put(experiment.retestName(), experiment.reported());
        }
        out.println("# Results");
        out.println();
        out.println(
                "Means ± sample standard deviations over rounds, in percent. A figure is reached when the mean here is"
                        + " no lower than the reported mean less its standard deviation, or less 1.5 points where none was given.");
        var open = new LinkedHashMap<StoredRun, List<Reported>>();
        try {
            for (String run : runs) {
                StoredRun stored = StoredRun.snapshot(RunDirectory.find(output.path(), run));
                open.put(stored, List.of());
                Experiment experiment = ExperimentFile.of(stored);
                open.put(stored, figures.getOrDefault(experiment.name(), experiment.reported()));
            }
            print(open, out);
        } finally {
            open.keySet().forEach(StoredRun::close);
        }
        return 0;
    }

    private static void print(Map<StoredRun, List<Reported>> figures, PrintWriter out) throws Exception {
        List<String> overview = ResultsPage.overview(figures);
        if (!overview.isEmpty()) {
            out.println();
            overview.forEach(out::println);
        }
        for (Map.Entry<StoredRun, List<Reported>> each : figures.entrySet()) {
            out.println();
            ResultsPage.section(each.getKey(), each.getValue()).forEach(out::println);
            Coverage.of(each.getKey())
                    .filter(coverage -> !coverage.isComplete())
                    .ifPresent(coverage -> out.println("Only " + coverage + " points were tried."));
        }
    }

    private List<String> best(String name) throws Exception {
        var open = new ArrayList<StoredRun>();
        try {
            for (String run : runs) {
                open.add(StoredRun.snapshot(RunDirectory.find(output.path(), run)));
            }
            StoredRun search = open.getFirst();
            SearchSpace space = ExperimentFile.of(search).space();
            Failures.require(spec, space.find(name).isPresent(), "--per: " + name + " is none of " + space.names());
            Failures.require(spec, count >= 1, "--count: " + count + " is not a whole number from 1");
            return new TopTables(search, open.subList(1, open.size()), name, count).lines();
        } finally {
            open.forEach(StoredRun::close);
        }
    }
}
