package dev.mendel.cli;

import dev.mendel.bench.RaceAgain;
import dev.mendel.bench.SearchTask;
import dev.mendel.search.Race;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options `--noise`, `--repeats` and `--again`.
final class NoiseOptions {
    @Option(
            names = "--noise",
            paramLabel = "SHARE",
            description =
                    "noise in the tasks' values: its standard deviation, as a share of median_random - best. Regrets are"
                            + " those of the true values of what is called best (default: none)")
    private @Nullable Double noise;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "with --noise, evaluations of each trial; budgets count trials of so many, and of a stopped trial"
                            + " its share (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(
            names = "--again",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "with --noise and one repeat: the last part of each budget goes to a race of the N that a model of the"
                            + " search believes to be the best, as by mendel retest --race")
    private int again;

    /// How many of the best race again; 0 for none.
    int again() {
        return again;
    }

    /// A task with the noise that is wanted, if any is.
    SearchTask over(SearchTask task) {
        return noise == null ? task : task.noisy(noise, repeats);
    }

    /// Requires that the options fit together.
    ///
    /// @param least the least number of evaluations
    void check(CommandSpec spec, int least) {
        Failures.require(
                spec,
                noise == null || (noise >= 0 && Double.isFinite(noise)),
                "--noise: " + noise + " is not a number from 0");
        Failures.require(spec, repeats >= 1, "--repeats: " + repeats + " is not a whole number from 1");
        Failures.require(
                spec,
                again >= 0 && again <= Race.TOGETHER,
                "--again: " + again + " is not a whole number from 0 to " + Race.TOGETHER);
        Failures.require(spec, again == 0 || (noise != null && repeats == 1), "--again: needs --noise, and one repeat");
        int race = again == 0 ? 0 : new RaceAgain(again).evaluations();
        Failures.require(
                spec,
                race < least,
                "--again: " + again + " take " + race + " evaluations, and the least budget is " + least);
    }
}
