package dev.mendel.cli.session;

import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.trial.Ending;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Carries out a session of a run, and shows it on the terminal. Ctrl-C ends the search first and the program
/// only then: finished trials are written, and the command to go on is printed.
public final class SessionRunner {
    /// The time that Ctrl-C waits for the last writing before the program ends anyway.
    private static final long PATIENCE_SECONDS = 20;

    /// The exit code of a session that was stopped.
    public static final int INTERRUPTED = 130;

    /// The exit code of a session that ended because nothing works, or in which trials failed and none got a
    /// score.
    public static final int FAILED = 2;

    private final Transcript transcript;
    private final SessionOutput.Pages pages;

    public SessionRunner(SessionOutput output) {
        this.transcript = output.transcript();
        this.pages = output.pages();
    }

    /// Carries out the session that is opened.
    ///
    /// @return the exit code
    public int conduct(Callable<RunSession> opening) throws Exception {
        var done = new CountDownLatch(1);
        try (RunSession session = opening.call()) {
            var interruption = Thread.ofPlatform().unstarted(() -> interrupt(session, done));
            Runtime.getRuntime().addShutdownHook(interruption);
            int code = conduct(session);
            if (code != INTERRUPTED) {
                Runtime.getRuntime().removeShutdownHook(interruption);
            }
            return code;
        } finally {
            done.countDown();
        }
    }

    private int conduct(RunSession session) {
        transcript.begin(session, pages.address(session.directory()).orElse(null));
        Ending ending = session.search(transcript.progress(session));
        Optional<BestTrial> found = session.best();
        try {
            found = ending == Ending.STOPPED ? found : session.conclude();
        } catch (InterruptedException e) {
            ending = Ending.STOPPED;
        }
        boolean wanting = ending == Ending.FAILING || found.isEmpty();
        Optional<String> failure = wanting ? session.lastFailure() : Optional.empty();
        transcript.end(session, ending, found, failure.orElse(null), session.report());
        if (ending == Ending.STOPPED) {
            return INTERRUPTED;
        }
        return failure.isPresent() || ending == Ending.UNREACHABLE ? FAILED : 0;
    }

    private static void interrupt(RunSession session, CountDownLatch done) {
        session.stop();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
