package dev.mendel.cli.session;

import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.search.SearchListener;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Shows a search that has no generations: one line a trial, and on a terminal how many folds are done.
final class TrialProgress implements SearchListener {
    private final PrintWriter out;
    private final boolean live;
    private final boolean quiet;
    private final Direction direction;
    private final double folds;
    private final Supplier<Duration> elapsed;
    private final Eta pace;
    private long done;
    private boolean headed;

    /// @param live whether lines can be rewritten
    /// @param direction how values come of scores
    /// @param folds how many there are still to do
    /// @param elapsed the time spent on the run, over all sessions
    TrialProgress(
            PrintWriter out,
            boolean live,
            boolean quiet,
            Direction direction,
            double folds,
            Supplier<Duration> elapsed,
            Eta pace) {
        this.out = out;
        this.live = live && !quiet;
        this.quiet = quiet;
        this.direction = direction;
        this.folds = folds;
        this.elapsed = elapsed;
        this.pace = pace;
    }

    @Override
    public void takenOver(Trial trial, String run) {
        pace.trialTakenOver();
    }

    @Override
    public void waiting(String why) {
        line(why);
    }

    @Override
    public void foldFinished(FoldRun run) {
        done++;
        if (live) {
            out.printf(
                    Locale.ROOT,
                    "\r\u001b[K\u001b[?7l%d of %.0f folds  elapsed %s  left %s\u001b[?7h",
                    done,
                    folds,
                    Durations.clock(elapsed.get()),
                    left());
            out.flush();
        }
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        pace.trialFinished();
        if (quiet) {
            return;
        }
        if (!headed) {
            line("trial   " + direction.noun() + "  spread  elapsed     left  configuration");
            headed = true;
        }
        String score = switch (outcome) {
            case Outcome.Finished finished ->
                String.format(
                        Locale.ROOT,
                        "%6s  %6s",
                        Figures.of(direction.value(finished.mean())),
                        Figures.of(finished.standardDeviation()));
            case Outcome.Failed _ -> "failed        ";
        };
        String reason = switch (outcome) {
            case Outcome.Finished _ -> "";
            case Outcome.Failed failed -> ": " + failed.reason();
        };
        line(String.format(
                Locale.ROOT,
                "%5s  %s  %7s  %7s  %s%s",
                trial.id(),
                score,
                Durations.clock(elapsed.get()),
                left(),
                trial.configuration(),
                reason));
    }

    private void line(String line) {
        if (live) {
            out.print("\r\u001b[K");
        }
        out.println(line);
        out.flush();
    }

    private String left() {
        return pace.known() ? Durations.clock(pace.left(System.nanoTime())) : "?";
    }
}
