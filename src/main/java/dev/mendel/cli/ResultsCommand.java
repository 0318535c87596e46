package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.Reported;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.results.ResultsPage;
import dev.mendel.report.results.RunResults;
import dev.mendel.report.results.TopTables;
import dev.mendel.run.Coverage;
import dev.mendel.space.SearchSpace;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            description = "a run's directory, its name or the name's beginning, `latest`, or a file of --keep")
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

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "keep the results in files, EXPERIMENT.json each, which can be named in place of RUN when the"
                    + " runs are gone")
    private @Nullable Path kept;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (per != null) {
            best(per).forEach(out::println);
            return 0;
        }
        var experiments = new HashMap<String, Experiment>();
        for (Path file : files) {
            Experiment experiment = ExperimentFile.read(file, List.of());
            experiments.put(experiment.name(), experiment);
            experiments.put(experiment.retestName(), experiment);
        }
        out.println("# Results");
        out.println();
        out.println(
                "Means ± sample standard deviations over rounds, in percent. A figure is reached when the mean here is"
                        + " no lower than the reported mean less its standard deviation, or less 1.5 points where none was given.");
        var results = new LinkedHashMap<RunResults, List<Reported>>();
        for (String run : runs) {
            RunResults found = results(run);
            Experiment named = experiments.get(found.experiment());
            Experiment experiment = named == null ? ExperimentFile.parse(run, found.text(), List.of()) : named;
            results.put(found, experiment.reported());
            keep(named == null ? found : found.withText(ExperimentFile.text(named)), experiment.reported());
        }
        print(results, out);
        return 0;
    }

    /// Those of a stored run, or of a file that keeps some.
    private RunResults results(String run) throws ExperimentException {
        if (run.endsWith(RunResults.ENDING)) {
            return RunResults.read(Path.of(run));
        }
        try (StoredRun stored = StoredRun.snapshot(RunDirectory.find(output.path(), run))) {
            return RunResults.of(
                    stored,
                    ExperimentFile.parse(run, stored.manifest().text(), List.of())
                            .space(),
                    Coverage.of(stored)
                            .filter(coverage -> !coverage.isComplete())
                            .map(Coverage::toString)
                            .orElse(null));
        }
    }

    private void keep(RunResults results, List<Reported> reported) throws IOException {
        if (kept != null) {
            Files.createDirectories(kept);
            results.write(
                    kept.resolve(results.experiment() + RunResults.ENDING),
                    reported.stream().map(Reported::measure).collect(Collectors.toSet()));
        }
    }

    private static void print(Map<RunResults, List<Reported>> figures, PrintWriter out) {
        List<String> overview = ResultsPage.overview(figures);
        if (!overview.isEmpty()) {
            out.println();
            overview.forEach(out::println);
        }
        figures.forEach((run, reported) -> {
            out.println();
            ResultsPage.section(run, reported).forEach(out::println);
        });
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
