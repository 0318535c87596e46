package dev.mendel.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The number of runs to carry out as one group.
final class SeedsOption {
    private static final int MOST = 10_000;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "so many runs, one after another, with the seeds that follow each other from the run's; they"
                    + " make a group, which `resume` and `compare` know by its name")
    private int seeds;

    int count() {
        Failures.require(
                spec, seeds >= 1 && seeds <= MOST, "--seeds: " + seeds + " is not a whole number from 1 to " + MOST);
        return seeds;
    }
}
