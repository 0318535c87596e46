package dev.mendel.cli;

import dev.mendel.cli.session.GroupSeries;
import dev.mendel.cli.session.SessionRunner;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.SessionOpening;
import dev.mendel.run.SessionSettings;
import dev.mendel.run.SessionSettings.Failures;
import dev.mendel.search.Budget;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mendel resume RUN`.
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Resume a run as if it had never been interrupted, or continue it beyond its budget. Of a group,"
                + " resume each run that is not at its end, and begin the missing ones.")
final class ResumeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            description = "the run's directory, its name or the name's beginning, or `latest`; or a group's name")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(
            names = "--retry-failed",
            description = "try failed trials again; not for evolutions, which have bred on from them")
    private boolean retry;

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private KnownOption known = new KnownOption();

    @Mixin
    private DirectoryOption moved = new DirectoryOption();

    @Mixin
    private SessionOptions options = new SessionOptions();

    @Override
    public Integer call() throws Exception {
        SessionSettings means = moved.over(options.means(known, retry ? Failures.RETRY : Failures.KEEP));
        List<RunDirectory> group = RunDirectory.group(options.output(), run);
        if (!group.isEmpty()) {
            return options.conduct(shown -> new GroupSeries(shown).resume(group, budget::over, means));
        }
        RunDirectory directory = RunDirectory.find(options.output(), run);
        Budget changed = changed(directory);
        return options.conduct(
                shown -> new SessionRunner(shown).conduct(() -> SessionOpening.resume(directory, changed, means)));
    }

    private @Nullable Budget changed(RunDirectory directory) throws ExperimentException {
        try (StoredRun stored = StoredRun.snapshot(directory)) {
            return budget.over(ExperimentFile.of(stored).budget());
        }
    }
}
