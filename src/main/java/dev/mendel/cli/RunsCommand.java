package dev.mendel.cli;

import dev.mendel.cli.session.Typed;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.run.Coverage;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredRun.Status;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mendel runs`.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List all runs: how they stand and the best they have found.")
final class RunsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<RunDirectory> runs = RunDirectory.all(output.path());
        if (runs.isEmpty()) {
            out.println("no runs in " + output.path() + "; begin with: "
                    + Typed.command("evolve", "experiments/quickstart.yaml"));
            return 0;
        }
        int width = runs.stream().mapToInt(run -> run.name().length()).max().orElse(0);
        out.printf(
                Locale.ROOT,
                "%-" + width + "s  %-24s  generation          trials  failed    best  elapsed%n",
                "run",
                "state");
        runs.forEach(run -> print(run, width, out));
        return 0;
    }

    private static void print(RunDirectory run, int width, PrintWriter out) {
        try (StoredRun stored = StoredRun.snapshot(run)) {
            Status status = stored.status();
            String best = stored.best(1).stream()
                    .flatMap(evaluation -> evaluation.outcome().score().stream())
                    .map(stored.manifest().direction()::value)
                    .map(Figures::of)
                    .findFirst()
                    .orElse("-");
            out.printf(
                    Locale.ROOT,
                    "%-" + width + "s  %-24s  %10s  %14s  %6d  %6s  %7s%n",
                    run.name(),
                    state(status),
                    status.generations() < 0 ? "-" : status.generations(),
                    coverage(stored, status),
                    status.failed(),
                    best,
                    Durations.clock(status.elapsed()));
        } catch (StoreException e) {
            out.printf(Locale.ROOT, "%-" + width + "s  unreadable: %s%n", run.name(), e.getMessage());
        }
    }

    /// The number of trials; of a grid, out of how many.
    private static String coverage(StoredRun stored, Status status) {
        try {
            return Coverage.of(stored)
                    .map(Coverage::toString)
                    .orElseGet(() -> Long.toString(status.finished() + status.failed()));
        } catch (ExperimentException e) {
            return Long.toString(status.finished() + status.failed());
        }
    }

    private static String state(Status status) {
        if (status.active()) {
            return "running";
        }
        return status.ending() == null ? "killed" : status.ending().toString();
    }
}
