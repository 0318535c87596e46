package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.Asking;
import dev.mendel.search.Budget;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mendel budget RUN`.
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        description = "Change the limits of a run while it goes on; of one that does not, from when it is resumed.")
final class BudgetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Override
    public Integer call() throws ExperimentException {
        RunDirectory directory = run.directory();
        Budget present = present(directory);
        @Nullable Budget changed = budget.over(present);
        Screen screen = Screen.of(spec.commandLine().getOut());
        if (changed == null) {
            screen.line("the limits of " + directory + " stay as they are: " + Asking.told(present));
        } else {
            screen.line(Asking.budget(directory, present, changed));
        }
        return 0;
    }

    private static Budget present(RunDirectory directory) throws ExperimentException {
        try (StoredRun stored = StoredRun.snapshot(directory)) {
            return ExperimentFile.of(stored).budget();
        }
    }
}
