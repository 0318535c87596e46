package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.SessionRunner;
import dev.mendel.serve.Server;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel serve [RUN]`.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Show all runs in the browser, and follow those that are going on: prints the address. It only"
                + " reads, and only programs of this machine that know the address can ask.",
        footer = {
            "",
            "Ctrl-C ends it. From another machine: ssh -L 8080:127.0.0.1:8080 HOST, there with --port 8080, and the"
                    + " printed address here."
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            completionCandidates = RunNames.class,
            description = "the run whose page the address leads to: its directory, its name or the name's beginning,"
                    + " or `latest` (default: the page of all runs)")
    private @Nullable String run;

    @Mixin
    private PortOption port = new PortOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws Exception {
        Optional<RunDirectory> named = Optional.ofNullable(run).map(typed -> RunDirectory.find(output.path(), typed));
        if (named.isEmpty()) {
            requireRuns(output.path());
        }
        try (Server server = Server.open(output.path(), named, port.number())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            String address = named.map(server::address).orElseGet(server::address);
            Screen.of(spec.commandLine().getOut()).line(address);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            return SessionRunner.INTERRUPTED;
        }
    }

    private static void requireRuns(Path output) {
        if (!Files.isDirectory(output)) {
            throw new StoreException(output + ": there is no such folder of runs");
        }
        if (RunDirectory.listed(output).isEmpty()) {
            throw new StoreException(output + ": holds no run; `evolve EXPERIMENT --serve` begins one and shows it");
        }
    }
}
