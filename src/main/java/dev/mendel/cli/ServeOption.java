package dev.mendel.cli;

import dev.mendel.cli.session.SessionOutput.Pages;
import dev.mendel.serve.Server;
import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Pages that follow the runs of a command while it goes on.
final class ServeOption {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--serve",
            description = "print the address of a page that follows the run in the browser while it goes on")
    private boolean serve;

    @Mixin
    private PortOption port = new PortOption();

    /// A server that lasts as long as its command, or none.
    record Serving(@Nullable Server server, CountDownLatch over) implements AutoCloseable, Pages {
        /// For so long an end by Ctrl-C waits for the search to end first, so that pages show how it ended.
        private static final Duration PATIENCE = Duration.ofSeconds(25);

        @Override
        public Optional<String> address(RunDirectory run) {
            return Optional.ofNullable(server).map(open -> open.address(run));
        }

        @Override
        public void close() {
            try {
                if (server != null) {
                    server.letFollow();
                    server.close();
                }
            } finally {
                over.countDown();
            }
        }

        private void awaitEnd() {
            try {
                over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Begins to serve the runs of a folder, if that is asked for.
    Serving begin(Path output) throws IOException {
        Failures.require(spec, serve || !port.isGiven(), "--port: needs --serve");
        var over = new CountDownLatch(1);
        if (!serve) {
            return new Serving(null, over);
        }
        var serving = new Serving(Server.open(output, Optional.empty(), port.number()), over);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(serving::awaitEnd));
        return serving;
    }
}
