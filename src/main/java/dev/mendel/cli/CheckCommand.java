package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.experiment.Experiment;
import dev.mendel.report.Durations;
import dev.mendel.run.Estimate;
import dev.mendel.search.Budget;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel check EXPERIMENT`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Read an experiment file; print its faults, or its space, its size and how long it will take.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private FileOption file = new FileOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "read the four IDX files from this folder instead of the MNIST that comes with mendel")
    private @Nullable Path data;

    @Option(names = "--no-trial", description = "measure no trial, estimate no time")
    private boolean noTrial;

    @Override
    public Integer call() throws Exception {
        Experiment experiment = file.read();
        Screen out = Screen.of(spec.commandLine().getOut());
        out.line(file.path() + ": no faults");
        printSpace(experiment.space(), out);
        out.line("search      " + limits(experiment));
        experiment
                .objective()
                .command(Estimate.example(experiment))
                .ifPresent(command -> out.line("command     " + command));
        if (!noTrial) {
            printTime(experiment, Estimate.measure(experiment, data), out);
        }
        return 0;
    }

    private static void printSpace(SearchSpace space, Screen out) {
        int width = space.hyperparameters().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
        for (Hyperparameter each : space.hyperparameters()) {
            out.line(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %s%s%s",
                    each.name(),
                    each.allowed(),
                    each.defaultValue()
                            .map(value -> ", by default " + value.display())
                            .orElse(""),
                    when(each.condition())));
        }
        space.rules().forbidden().forEach(rule -> out.line("forbidden   " + rule));
        space.rules().where().forEach(rule -> out.line("where       " + rule));
        if (space.ungridded().isEmpty()) {
            out.line("size        " + Counted.of(space.rawGridSize(), "point") + " as written, "
                    + (space.isGridCounted() ? "" : "at most ")
                    + Counted.of(space.gridSize(), "different configuration")
                    + (space.rules().isEmpty() ? "" : " that keep the rules"));
        } else {
            out.line("size        endless: no grid values for " + String.join(", ", space.ungridded()));
        }
    }

    private static String when(Condition condition) {
        return condition.all().stream()
                .map(requirement -> requirement.name() + " is "
                        + requirement.allowed().stream().map(Value::display).collect(Collectors.joining(" or ")))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), words -> words.isEmpty() ? "" : "; when " + words));
    }

    private static void printTime(Experiment experiment, Estimate estimate, Screen out) {
        if (estimate.failure() != null) {
            out.line("one trial   failed: " + estimate.failure() + " (" + estimate.configuration() + ")");
            return;
        }
        int workers = Runtime.getRuntime().availableProcessors();
        out.line("one trial   " + Durations.words(estimate.trial()) + " on one worker: " + estimate.configuration());
        out.line("estimate    " + search(experiment, estimate, workers) + grid(experiment.space(), estimate, workers));
    }

    /// `at most 128 trials, until 50 of them bring nothing better`.
    private static String limits(Experiment experiment) {
        Budget budget = experiment.budget();
        long most = experiment.mostTrials();
        var limits = new ArrayList<String>();
        limits.add(most == Budget.UNLIMITED ? "any number of trials" : "at most " + Counted.of(most, "trial"));
        if (budget.time().compareTo(Budget.FOREVER) < 0) {
            limits.add("for at most " + Durations.words(budget.time()));
        }
        if (budget.stagnation() != Budget.UNLIMITED) {
            limits.add("until " + Counted.of(budget.stagnation(), "trial") + " without anything better");
        }
        if (budget.target() != null) {
            limits.add("until a value as good as " + new Value.Real(budget.target()).display());
        }
        return String.join(", ", limits);
    }

    private static String search(Experiment experiment, Estimate estimate, int workers) {
        Duration limit = experiment.budget().time();
        boolean unlimited = experiment.mostTrials() == Budget.UNLIMITED;
        if (unlimited && limit.compareTo(Budget.FOREVER) >= 0) {
            return "none for the search, which ends by what it finds";
        }
        Duration all = unlimited ? limit : estimate.forTrials((double) experiment.mostTrials(), workers);
        return all.compareTo(limit) >= 0
                ? Durations.words(limit) + ", the limit, for the search"
                : Durations.words(all) + " for the search with " + Counted.of(workers, "worker")
                        + ", if all trials take as long";
    }

    private static String grid(SearchSpace space, Estimate estimate, int workers) {
        BigInteger size = space.gridSize();
        return size.signum() == 0
                ? ""
                : "; " + Durations.words(estimate.forTrials(size.doubleValue(), workers)) + " for the complete grid";
    }
}
