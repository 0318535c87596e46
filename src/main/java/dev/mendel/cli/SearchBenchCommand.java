package dev.mendel.cli;

import dev.mendel.bench.LandscapeTable;
import dev.mendel.bench.PeerRuns;
import dev.mendel.bench.SearchBenchmark;
import dev.mendel.bench.SearchBenchmark.Contender;
import dev.mendel.bench.SearchTable;
import dev.mendel.bench.SearchTask;
import dev.mendel.bench.landscape.Family;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel bench search`.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "The quality of searches: runs on tuning tasks whose optimum is known, as Markdown" + " tables.",
            "",
            "A folder of tasks holds task.py and spaces/NAME.json for each task. `python3 task.py NAME` reads the"
                    + " hyperparameters of one configuration a line, as a JSON object, and writes {\"value\": v}."
                    + " NAME.json gives direction (minimize or maximize), best, median_random and space: a list of"
                    + " {name, type: categorical|int|float, choices, ordered, low, high, log,"
                    + " condition: [{param, in}]}.",
            "",
            "A task that tells of trials on their way has folds, epochs and rungs (numbers of epochs) in NAME.json, reads"
                    + " {\"configuration\": {…}, \"fold\": k, \"curve\": true} and writes {\"values\": [v, …]}, the values of"
                    + " that fold after each epoch. Of such tasks budgets count whole trials' work: of a trial that was"
                    + " stopped, the share that was trained.",
            "",
            "A task with several objectives has objectives and reference_hypervolume in NAME.json instead of direction,"
                    + " best and median_random: a list of {name, direction, scale: linear|log, ideal, typical}, and writes"
                    + " {\"values\": [v, …]}, one for each. Its regret is 1 - hypervolume / reference_hypervolume, each"
                    + " objective scaled so that 0 is its ideal and 1 its typical value.",
            "",
            "Normalized regret is (value - best) / (median_random - best): 0 is the optimum, 1 a typical random"
                    + " configuration. Budgets count different configurations.",
            ""
        })
final class SearchBenchCommand implements Callable<Integer> {
    private static final String ANY = """
            experiment: settings
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;
    private static final String RANDOM = "random";

    /// The report bred thirty populations.
    private static final int MENTHA_GENERATIONS = 29;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TaskOptions of = new TaskOptions();

    @Option(
            names = "--budgets",
            paramLabel = "N",
            split = ",",
            defaultValue = "50,100,200",
            description = "the numbers of trials after which the best is measured (default: ${DEFAULT-VALUE})")
    private List<Integer> budgets = List.of();

    @Option(
            names = "--settings",
            paramLabel = "SETTINGS",
            description =
                    "default, stopping (the same, with trials stopped that will not win, of tasks that tell of them"
                            + " on their way), mentha (its thirty populations), random, or the differences from the default as in"
                            + " the section evolution of an experiment: '{children: 1}'; may be repeated"
                            + " (default: default, mentha and random)")
    private List<String> settings = List.of("default", "mentha", "random");

    @Mixin
    private NoiseOptions noise = new NoiseOptions();

    @Option(
            names = "--peers",
            paramLabel = "FILE",
            description =
                    "results of other optimizers: comma-separated values with the columns task (of landscapes the family and the"
                            + " number of the draw: valley-7), method, normalized_regret or regret, and trials or cost")
    private @Nullable Path peers;

    @Option(
            names = "--rival",
            paramLabel = "METHOD",
            defaultValue = "optuna-tpe-mvg",
            description = "the peer to compare with (default: ${DEFAULT-VALUE})")
    private String rival = "";

    @Override
    public Integer call() throws IOException, ObjectiveException, ExperimentException, InterruptedException {
        List<Integer> ascending = budgets.stream().sorted().toList();
        int seeds = of.seeds(spec);
        int least = ascending.getFirst();
        Failures.require(spec, least >= 1, "--budgets: " + least + " is not a whole number from 1");
        noise.check(spec, least);
        var contenders = new ArrayList<Contender>();
        for (String each : settings) {
            contenders.add(contender(each, ascending.getLast()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (of.landscapes()) {
            landscapes(of.families(spec), contenders, ascending).forEach(out::println);
            return 0;
        }
        List<SearchTask> tasks = of.tasks(spec).stream().map(noise::over).toList();
        var table = new SearchTable(ascending, peers(), rival);
        int workers = Runtime.getRuntime().availableProcessors();
        try (var benchmark = new SearchBenchmark(ascending, seeds, workers, noise.again())) {
            for (SearchTask task : tasks) {
                measure(benchmark, task, contenders, table);
            }
        }
        table.overall().forEach(out::println);
        out.println();
        table.tasks().forEach(out::println);
        return 0;
    }

    private List<String> landscapes(List<Family> families, List<Contender> contenders, List<Integer> ascending)
            throws ExperimentException, InterruptedException, IOException {
        var all = new ArrayList<>(contenders);
        if (all.stream().noneMatch(contender -> contender.name().equals(RANDOM))) {
            all.add(contender(RANDOM, ascending.getLast()));
        }
        var table = new LandscapeTable(ascending, RANDOM, peers());
        try (var benchmark = new SearchBenchmark(
                ascending, of.seeds(spec), Runtime.getRuntime().availableProcessors())) {
            for (Family family : families) {
                for (Contender contender : all) {
                    table.add(family.word(), contender.name(), benchmark.regrets(family, contender));
                }
            }
        }
        return table.lines();
    }

    private PeerRuns peers() throws IOException {
        return peers == null ? PeerRuns.none() : PeerRuns.read(peers);
    }

    private static void measure(
            SearchBenchmark benchmark, SearchTask task, List<Contender> contenders, SearchTable table)
            throws ObjectiveException, InterruptedException {
        try (Objective objective = task.objective()) {
            for (Contender contender : contenders) {
                table.add(task.name(), contender.name(), benchmark.regrets(task, objective, contender));
            }
        }
    }

    private static Contender contender(String told, int trials) throws ExperimentException {
        return switch (told) {
            case "mentha" -> new Contender(told, EvolutionSettings.mentha(), MENTHA_GENERATIONS);
            // a first population is drawn at random, and nothing is drawn twice
            case RANDOM -> new Contender(told, evolution("{population: " + Math.max(2, trials) + "}"), 0);
            case "stopping" -> new Contender(told, evolution("default"), trials, Stopping.RUNGS);
            default -> new Contender(told, evolution(told), trials);
        };
    }

    /// @param told the section evolution of an experiment
    static EvolutionSettings evolution(String told) throws ExperimentException {
        return ExperimentFile.parse("--settings", ANY, List.of("evolution=" + told))
                .evolution();
    }
}
