package dev.mendel.cli;

import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.RunPage;
import dev.mendel.store.StoredRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mendel report RUN`.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write a run as one HTML page, also while it is going on; every run writes its own at its end.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Override
    public Integer call() throws Exception {
        try (StoredRun stored = run.open()) {
            spec.commandLine().getOut().println(RunPage.write(stored, ExperimentFile.of(stored)));
        }
        return 0;
    }
}
