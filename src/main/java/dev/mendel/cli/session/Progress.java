package dev.mendel.cli.session;

import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchListener;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Shows a search on a terminal: one line a generation and, below, a bar of the generation under way; without
/// the bar where the output is no terminal.
final class Progress implements SearchListener {
    private static final int BAR = 24;
    private static final String HEADING =
            "generation    best    mean  spread  diversity  trained  remembered  failed" + "  elapsed     left";

    private final PrintWriter out;
    private final boolean live;
    private final Detail detail;
    private final Direction direction;
    private final long generations;
    private final int folds;
    private final Supplier<Duration> elapsed;
    private final Eta pace;
    private int generation;
    private int asked;
    private int done;
    private boolean headed;

    /// @param live whether lines can be rewritten
    /// @param direction how values come of scores
    /// @param generations the last generation the run can come to
    /// @param folds how many folds a trial has
    /// @param elapsed the time spent on the run, over all sessions
    Progress(
            PrintWriter out,
            boolean live,
            Detail detail,
            Direction direction,
            long generations,
            int folds,
            Supplier<Duration> elapsed,
            Eta pace) {
        this.out = out;
        this.live = live && detail != Detail.QUIET;
        this.detail = detail;
        this.direction = direction;
        this.generations = generations;
        this.folds = folds;
        this.elapsed = elapsed;
        this.pace = pace;
    }

    @Override
    public void asked(int generation, List<Trial> trials) {
        this.generation = generation;
        asked = trials.size() * folds;
        done = 0;
        drawBar();
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
        drawBar();
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        pace.trialFinished();
        if (detail == Detail.VERBOSE) {
            line(
                    switch (outcome) {
                        case Outcome.Finished finished ->
                            String.format(
                                    Locale.ROOT,
                                    "  trial %s  %s  %s",
                                    trial.id(),
                                    Figures.of(direction.value(finished.mean())),
                                    trial.configuration());
                        case Outcome.Failed(int _, String reason, Duration _) ->
                            String.format(
                                    Locale.ROOT,
                                    "  trial %s  failed  %s: %s",
                                    trial.id(),
                                    trial.configuration(),
                                    reason);
                    });
        }
    }

    @Override
    public void generationFinished(Generation generation, GenerationSummary summary) {
        if (detail == Detail.QUIET) {
            return;
        }
        if (!headed) {
            line(HEADING);
            headed = true;
        }
        line(String.format(
                Locale.ROOT,
                "%10s  %6s  %6s  %6s  %9.2f  %7d  %10d  %6d  %7s  %7s",
                generation.number() + "/" + (generations == Long.MAX_VALUE ? "∞" : generations),
                Figures.of(direction.value(summary.best())),
                Figures.of(direction.value(summary.mean())),
                Figures.of(summary.spread()),
                summary.diversity(),
                summary.trained(),
                summary.remembered(),
                summary.failed(),
                Durations.clock(elapsed.get()),
                left()));
    }

    /// Takes the bar away.
    void finish() {
        if (live) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private void line(String line) {
        finish();
        out.println(line);
        out.flush();
    }

    private void drawBar() {
        if (!live || asked == 0) {
            return;
        }
        int filled = Math.min(BAR, BAR * done / asked);
        out.printf(
                // without line wrap: a narrow terminal shows the beginning
                Locale.ROOT,
                "\r\u001b[K\u001b[?7l%10d  [%s%s] %d of %d folds  elapsed %s  left %s\u001b[?7h",
                generation,
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                done,
                asked,
                Durations.clock(elapsed.get()),
                left());
        out.flush();
    }

    private String left() {
        return pace.known() ? Durations.clock(pace.left(System.nanoTime())) : "?";
    }
}
