package dev.mendel.cli;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.report.MendelJson;
import dev.mendel.report.compare.front.Compared;
import dev.mendel.run.compare.ComparableRuns;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel compare RUN…`.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Compare runs of one experiment: the best of each, the time and cost to find it, and the significance of differences,"
                        + " as Markdown; measured against the best of a complete grid if one is among them. Runs with several"
                        + " objectives are compared by their fronts.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            arity = "1..*",
            description =
                    "a run's directory, its name or the name's beginning, or a group's name; also retests of their"
                            + " winners")
    private List<String> names = List.of();

    @Option(names = "--json", description = "print one JSON object, for programs")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "where to write the page with the charts (default: comparison-EXPERIMENT.html in the folder of"
                            + " all runs; one that is there is replaced)")
    private @Nullable Path html;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws ExperimentException {
        PrintWriter out = spec.commandLine().getOut();
        var runs = new ArrayList<StoredRun>();
        try {
            for (RunDirectory directory : directories()) {
                runs.add(StoredRun.snapshot(directory));
            }
            Compared compared = Compared.of(ComparableRuns.of(runs), ComparableRuns.unit(runs.getFirst()));
            Path page = compared.write(page(compared));
            if (json) {
                out.println(MendelJson.ofRecords(compared.numbers()));
            } else {
                compared.text().forEach(out::println);
                out.println();
                out.println("The same as a page with charts: " + page);
            }
        } finally {
            runs.forEach(StoredRun::close);
        }
        return 0;
    }

    private Path page(Compared compared) {
        return html == null ? output.path().resolve("comparison-" + compared.experiment() + ".html") : html;
    }

    private Set<RunDirectory> directories() {
        var directories = new LinkedHashSet<RunDirectory>();
        names.forEach(name -> directories.addAll(RunDirectory.findAll(output.path(), name)));
        return directories;
    }
}
