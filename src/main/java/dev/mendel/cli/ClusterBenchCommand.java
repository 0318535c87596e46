package dev.mendel.cli;

import dev.mendel.bench.ClusterSimulation;
import dev.mendel.bench.ClusterSimulation.Costs;
import dev.mendel.bench.ClusterTable;
import dev.mendel.bench.ClusterTable.Steps;
import dev.mendel.bench.SearchBenchmark;
import dev.mendel.bench.SearchBenchmark.Contender;
import dev.mendel.bench.SearchTask;
import dev.mendel.bench.TrialSeconds;
import dev.mendel.bench.landscape.Family;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel bench cluster`.
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "How many children a generation should have on a cluster, as Markdown tables: searches with more and more"
                    + " children show how many trials find what the default finds in --trials, and a simulation shows how"
                    + " long those take on clusters of different sizes.",
            "",
            "What searches are measured by is said as in `bench search`; tasks tell of trials' ends alone.",
            ""
        })
final class ClusterBenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            split = ",",
            required = true,
            description = "how long trials take: the column seconds of this file, as mendel export --csv writes it;"
                    + " tables for each such file")
    private List<Path> times = List.of();

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "3",
            description = "folds of a trial, of equal length (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(
            names = "--children",
            paramLabel = "N",
            split = ",",
            defaultValue = "6,8,12,16,24,32,48,64,96,128",
            description = "children of a generation, to compare with the default's; where there are more than its"
                    + " population allows, that is two more (default: ${DEFAULT-VALUE})")
    private List<Integer> children = List.of();

    @Option(
            names = "--slots",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4,8,16,32,64,128,256,512,1000",
            description = "sizes of clusters (default: ${DEFAULT-VALUE})")
    private List<Integer> slots = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "100",
            description = "what the default finds in so many trials is to be found (default: ${DEFAULT-VALUE})")
    private int trials;

    @Option(
            names = "--handing",
            paramLabel = "SECONDS",
            defaultValue = "0.025",
            description = "how long the session is busy with each fold (default: ${DEFAULT-VALUE})")
    private double handing;

    @Option(
            names = "--overhead",
            paramLabel = "SECONDS",
            defaultValue = "0.035",
            description = "how long a slot is taken by a fold beside its evaluation (default: ${DEFAULT-VALUE})")
    private double overhead;

    @Option(
            names = "--start",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "how long it takes until a slot has its first fold (default: ${DEFAULT-VALUE})")
    private double start;

    @Option(
            names = "--breeding",
            paramLabel = "SECONDS",
            defaultValue = "0.003",
            description = "how long breeding a child takes (default: ${DEFAULT-VALUE})")
    private double breeding;

    @Mixin
    private TaskOptions of = new TaskOptions();

    @Override
    public Integer call() throws IOException, ObjectiveException, ExperimentException, InterruptedException {
        require("--folds", folds, 1);
        require("--trials", trials, 10);
        for (int each : children) {
            require("--children", each, 1);
        }
        for (int each : slots) {
            require("--slots", each, 1);
        }
        for (double each : new double[] {handing, overhead, start, breeding}) {
            Failures.require(
                    spec,
                    each >= 0 && Double.isFinite(each),
                    "--handing, --overhead, --start, --breeding: " + each + " is not a number from 0");
        }
        var costs = new Costs(handing, overhead, start, breeding);
        var simulations = new ArrayList<ClusterSimulation>();
        for (Path each : times) {
            simulations.add(new ClusterSimulation(costs, TrialSeconds.read(each), folds));
        }
        var table = new ClusterTable(slots, trials);
        int workers = Runtime.getRuntime().availableProcessors();
        try (var benchmark = new SearchBenchmark(table.budgets(), of.seeds(spec), workers)) {
            add(benchmark, table, EvolutionSettings.defaults());
            for (int each : children) {
                add(benchmark, table, withChildren(each));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < times.size(); i++) {
            out.println((i == 0 ? "" : System.lineSeparator()) + times.get(i) + System.lineSeparator());
            table.lines(simulations.get(i)).forEach(out::println);
        }
        return 0;
    }

    private void add(SearchBenchmark benchmark, ClusterTable table, EvolutionSettings settings)
            throws IOException, ObjectiveException, InterruptedException {
        var contender = new Contender("steps", settings, table.budgets().getLast());
        var steps = new Steps(settings.population(), settings.children());
        if (of.landscapes()) {
            for (Family family : of.families(spec)) {
                table.add(steps, benchmark.regrets(family, contender));
            }
            return;
        }
        for (SearchTask task : of.tasks(spec)) {
            try (Objective objective = task.objective()) {
                table.add(steps, benchmark.regrets(task, objective, contender));
            }
        }
    }

    private static EvolutionSettings withChildren(int children) throws ExperimentException {
        int population = Math.max(EvolutionSettings.defaults().population(), children + 2);
        return SearchBenchCommand.evolution("{children: " + children + ", population: " + population + "}");
    }

    private void require(String option, int found, int least) {
        Failures.require(spec, found >= least, option + ": " + found + " is not a whole number from " + least);
    }
}
