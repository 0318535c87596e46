package dev.mendel.cli;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ExperimentReader;
import dev.mendel.experiment.RunSession;
import dev.mendel.search.Budget;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `mendel resume RUN`.
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Go on with a run, as if it had never been interrupted; or further than it was to go.")
final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the run's directory, its name or the name's beginning, or `latest`")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private KnownOption known = new KnownOption();

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() throws Exception {
        RunDirectory directory = RunDirectory.find(options.output(), run);
        Budget changed = budget.over(kept(directory));
        return new Conductor(options.transcript())
                .conduct(() -> RunSession.resume(directory, changed, options.means(known)));
    }

    private static Budget kept(RunDirectory directory) throws ExperimentException {
        try (StoredRun stored = StoredRun.open(directory)) {
            return ExperimentReader.parse(
                            directory + "/experiment.yaml", stored.manifest().text(), List.of())
                    .budget();
        }
    }
}
