package dev.mendel.cli;

import dev.mendel.cli.session.Detail;
import dev.mendel.cli.session.SessionOutput;
import dev.mendel.run.SessionSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options of every command that works on a run.
final class SessionOptions {
    static final int MOST_WORKERS = 1024;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "how many folds to evaluate at once; changes nothing but the time (default: one a core; on a cluster 1024, of which it takes as many as it has slots)")
    private @Nullable Integer workers;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "read the four IDX files from this folder instead of the MNIST that comes with mendel")
    private @Nullable Path data;

    @Option(
            names = {"-q", "--quiet"},
            description = "print the result only")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "print every trial; with --json, every fold too")
    private boolean verbose;

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private ServeOption serve = new ServeOption();

    @Option(names = "--json", description = "print JSON, one object a line, for programs")
    private boolean json;

    SessionSettings means() {
        return new SessionSettings(output.path(), workers(), data).withCluster(cluster.cluster());
    }

    SessionSettings means(KnownOption known, SessionSettings.Failures failures) {
        return new SessionSettings(output.path(), workers(), data, known.in(output.path()), failures, null, null)
                .withCluster(cluster.cluster());
    }

    Path output() {
        return output.path();
    }

    /// Work that prints as the options say.
    interface Work {
        /// Does it; gives the exit code.
        int done(SessionOutput shown) throws Exception;
    }

    /// Does some work on runs, with pages that follow it where they are asked for.
    ///
    /// @return the exit code
    int conduct(Work work) throws Exception {
        Detail detail = detail();
        try (ServeOption.Serving pages = serve.begin(output.path())) {
            return work.done(
                    new SessionOutput(spec.commandLine().getOut(), json, detail, output.path(), output.typed(), pages));
        }
    }

    private Detail detail() {
        Failures.require(spec, !(quiet && verbose), "--quiet and --verbose exclude each other");
        if (quiet) {
            return Detail.QUIET;
        }
        return verbose ? Detail.VERBOSE : Detail.NORMAL;
    }

    private int workers() {
        if (workers == null) {
            return cluster.isGiven()
                    ? ClusterOption.WORKERS
                    : Runtime.getRuntime().availableProcessors();
        }
        Failures.require(
                spec,
                workers >= 1 && workers <= MOST_WORKERS,
                "--workers: " + workers + " is not a whole number from 1 to " + MOST_WORKERS);
        return workers;
    }
}
