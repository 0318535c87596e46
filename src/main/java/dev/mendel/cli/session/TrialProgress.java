package dev.mendel.cli.session;

import dev.mendel.cli.session.Screen.Tone;
import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.search.SearchListener;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Shows a search that has no generations: one line a trial, and on a terminal the [Bar]. A trial that is the
/// best so far stands out.
final class TrialProgress implements SearchListener {
    /// The width from which on a line tells of time.
    private static final int WIDE = 79;

    private final Screen screen;
    private final boolean quiet;
    private final Direction direction;
    private final Supplier<Duration> elapsed;
    private final Eta pace;
    private final Bar bar;
    private boolean headed;

    /// @param direction how values come of scores
    /// @param elapsed the time spent on the run, over all sessions
    TrialProgress(Screen screen, boolean quiet, Direction direction, Supplier<Duration> elapsed, Eta pace, Bar bar) {
        this.screen = screen;
        this.quiet = quiet;
        this.direction = direction;
        this.elapsed = elapsed;
        this.pace = pace;
        this.bar = bar;
    }

    @Override
    public void takenOver(Trial trial, String run) {
        pace.trialTakenOver();
    }

    @Override
    public void waiting(String why) {
        screen.line(why, Tone.BAD);
    }

    @Override
    public void foldFinished(FoldRun run) {
        draw();
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        pace.trialFinished();
        boolean better = bar.finished(trial, outcome);
        if (quiet) {
            return;
        }
        if (!headed) {
            screen.line(
                    "trial   " + direction.noun() + "  spread  " + times("elapsed", "left") + "configuration",
                    Tone.FAINT);
            headed = true;
        }
        String row = trial.id() + "  " + score(outcome) + "  " + times(Durations.clock(elapsed.get()), bar.left())
                + trial.configuration();
        String padded = " ".repeat(Math.max(0, 5 - trial.id().toString().length())) + row;
        switch (outcome) {
            case Outcome.Finished _ -> screen.line(padded, better ? Tone.STRONG : Tone.PLAIN);
            case Outcome.Stopped _ -> screen.line(padded, Tone.FAINT);
            case Outcome.Failed failed -> screen.line(padded + ": " + failed.reason(), Tone.BAD);
        }
        draw();
    }

    private String score(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished finished ->
                String.format(
                        Locale.ROOT,
                        "%6s  %6s",
                        Figures.of(direction.value(finished.mean())),
                        finished.folds().size() == 1 ? "" : Figures.of(finished.standardDeviation()));
            case Outcome.Failed _ -> "failed        ";
            case Outcome.Stopped stopped ->
                String.format(
                        Locale.ROOT, "%6s  rung %d", Figures.of(direction.value(stopped.last())), stopped.rung() + 1);
        };
    }

    /// Two columns, where there is room for them.
    private String times(String first, String second) {
        return screen.columns() < WIDE ? "" : String.format(Locale.ROOT, "%7s  %7s  ", first, second);
    }

    private void draw() {
        if (!quiet) {
            screen.passing(bar::text);
        }
    }
}
