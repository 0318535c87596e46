package dev.mendel.cli.session;

import dev.mendel.cli.session.Screen.Tone;
import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchListener;
import dev.mendel.trial.AtRung;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows a search on a terminal: one line a generation and, below, the [Bar]; without it where the output is no
/// terminal. A generation that found something better stands out.
final class Progress implements SearchListener {
    /// The width from which on a line tells everything.
    private static final int WIDE = 92;
    /// The width from which on it tells of the population.
    private static final int MEDIUM = 79;

    private final Screen screen;
    private final Detail detail;
    private final Direction direction;
    private final LongSupplier generations;
    private final Supplier<Duration> elapsed;
    private final Eta pace;
    private final Bar bar;
    private boolean improved;
    private boolean headed;

    /// @param direction how values come of scores
    /// @param generations the last generation the run can come to
    /// @param elapsed the time spent on the run, over all sessions
    Progress(
            Screen screen,
            Detail detail,
            Direction direction,
            LongSupplier generations,
            Supplier<Duration> elapsed,
            Eta pace,
            Bar bar) {
        this.screen = screen;
        this.detail = detail;
        this.direction = direction;
        this.generations = generations;
        this.elapsed = elapsed;
        this.pace = pace;
        this.bar = bar;
    }

    @Override
    public void asked(int generation, List<Trial> trials) {
        bar.generation(generation);
        draw();
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
        improved |= better;
        if (detail == Detail.VERBOSE) {
            switch (outcome) {
                case Outcome.Finished finished ->
                    screen.line(
                            String.format(
                                    Locale.ROOT,
                                    "  trial %s  %s  %s",
                                    trial.id(),
                                    Figures.of(direction.value(finished.mean())),
                                    trial.configuration()),
                            better ? Tone.STRONG : Tone.PLAIN);
                case Outcome.Stopped stopped ->
                    screen.line(
                            String.format(
                                    Locale.ROOT,
                                    "  trial %s  stopped at rung %d with %s  %s",
                                    trial.id(),
                                    stopped.rung() + 1,
                                    Figures.of(direction.value(stopped.last())),
                                    trial.configuration()),
                            Tone.FAINT);
                case Outcome.Failed(int _, String reason, Duration _, List<AtRung> _) ->
                    screen.line(
                            String.format(
                                    Locale.ROOT,
                                    "  trial %s  failed  %s: %s",
                                    trial.id(),
                                    trial.configuration(),
                                    reason),
                            Tone.BAD);
            }
        }
        draw();
    }

    @Override
    public void generationFinished(Generation generation, GenerationSummary summary) {
        if (detail == Detail.QUIET) {
            return;
        }
        if (!headed) {
            screen.line(
                    row(
                            "generation",
                            "best",
                            "mean",
                            "spread",
                            "diversity",
                            "new",
                            "remembered",
                            "failed",
                            "elapsed",
                            "left"),
                    Tone.FAINT);
            headed = true;
        }
        long last = generations.getAsLong();
        screen.line(
                row(
                        generation.number() + "/" + (last == Long.MAX_VALUE ? "∞" : last),
                        Figures.within(7, direction.value(summary.best())),
                        Figures.within(7, direction.value(summary.mean())),
                        Figures.within(7, summary.spread()),
                        String.format(Locale.ROOT, "%.2f", summary.diversity()),
                        Integer.toString(summary.trained()),
                        Integer.toString(summary.remembered()),
                        Integer.toString(summary.failed()),
                        Durations.clock(elapsed.get()),
                        bar.left()),
                improved ? Tone.STRONG : Tone.PLAIN);
        improved = false;
    }

    /// A line of the table, of as many columns as there is room for.
    private String row(
            String generation,
            String best,
            String mean,
            String spread,
            String diversity,
            String trained,
            String remembered,
            String failed,
            String time,
            String left) {
        int room = screen.columns();
        Stream<String> shown = Stream.of(
                cell(generation, 10, true),
                cell(best, 8, true),
                cell(mean, 8, true),
                cell(spread, 8, room >= MEDIUM),
                cell(diversity, 11, room >= MEDIUM),
                cell(trained, 5, true),
                cell(remembered, 12, room >= WIDE),
                cell(failed, 8, true),
                cell(time, 9, true),
                cell(left, 9, true));
        return shown.collect(Collectors.joining());
    }

    private static String cell(String text, int width, boolean shown) {
        return shown ? " ".repeat(Math.max(0, width - text.length())) + text : "";
    }

    private void draw() {
        if (detail != Detail.QUIET) {
            screen.passing(bar::text);
        }
    }
}
