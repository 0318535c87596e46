package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentReader;
import dev.mendel.experiment.RunPage;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "RUN", description = "the run's directory, its name or the name's beginning, or `latest`")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws Exception {
        try (StoredRun stored = StoredRun.open(RunDirectory.find(output.path(), run))) {
            Experiment experiment = ExperimentReader.parse(
                    stored.directory() + "/experiment.yaml", stored.manifest().text(), List.of());
            spec.commandLine().getOut().println(RunPage.write(stored, experiment));
        }
        return 0;
    }
}
