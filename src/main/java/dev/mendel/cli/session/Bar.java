package dev.mendel.cli.session;

import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.run.Stopped;
import dev.mendel.search.Budget;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The standing of a run in one line: its trials, the best of them, and how much of each limit is used up. For
/// one thread.
final class Bar {
    private static final int LONGEST = 24;
    private static final int SHORTEST = 10;

    private final Supplier<Budget> limits;
    private final LongSupplier trials;
    private final Direction direction;
    private final Supplier<Duration> elapsed;
    private final Eta pace;
    private final Stopped stopped;
    private long finished;
    private int generation;
    private long newest;
    private long bestTrial;
    private @Nullable Score best;

    /// @param limits the present ones
    /// @param trials the number of trials that the run can come to; [Budget#UNLIMITED] where that is unknown
    /// @param elapsed the time spent on the run, over all sessions
    /// @param stopped the trials that earlier sessions stopped
    /// @param known the number of trials that earlier sessions asked for
    Bar(
            Supplier<Budget> limits,
            LongSupplier trials,
            Direction direction,
            Supplier<Duration> elapsed,
            Eta pace,
            Stopped stopped,
            long known) {
        this.stopped = stopped;
        this.limits = limits;
        this.trials = trials;
        this.direction = direction;
        this.elapsed = elapsed;
        this.pace = pace;
        this.finished = known;
        this.newest = known;
    }

    /// Takes in the best trial of earlier sessions.
    void best(long trial, Score score) {
        bestTrial = trial;
        best = score;
    }

    void generation(int number) {
        generation = number;
    }

    /// Takes in a finished trial.
    ///
    /// @return whether it is better than all before
    boolean finished(Trial trial, Outcome outcome) {
        finished++;
        stopped.add(outcome);
        newest = Math.max(newest, trial.id().number());
        Score score = outcome.score().orElse(null);
        if (score == null || (best != null && score.compareTo(best) <= 0)) {
            return false;
        }
        best(trial.id().number(), score);
        return true;
    }

    /// The most time that the run still takes, as `1:20`; `?` where that is unknown.
    String left() {
        Budget budget = limits.get();
        Duration until =
                budget.time().compareTo(Budget.FOREVER) < 0 ? budget.time().minus(elapsed.get()) : null;
        Duration left = pace.known() ? pace.left(System.nanoTime()) : null;
        if (until != null && (left == null || until.compareTo(left) < 0)) {
            left = until.isNegative() ? Duration.ZERO : until;
        }
        return left == null ? "?" : Durations.clock(left);
    }

    /// The line.
    ///
    /// @param width the number of characters it may have
    String text(int width) {
        String words = String.join("  ", words());
        if (words.length() + SHORTEST + 5 <= width) {
            int length = Math.min(LONGEST, width - words.length() - 5);
            int filled = (int) (length * share());
            return "[" + "#".repeat(filled) + "-".repeat(length - filled) + "]  " + words;
        }
        return words.length() < width ? words : String.join(" ", brief());
    }

    private List<String> words() {
        Budget budget = limits.get();
        long most = trials.getAsLong();
        var words = new ArrayList<String>();
        words.add("trials " + of(finished, most));
        if (stopped.count() > 0) {
            words.add(String.format(Locale.ROOT, "stopped %d, saved %.0f %%", stopped.count(), 100 * stopped.saved()));
        }
        words.add("best " + figure());
        if (budget.generations() != Budget.UNLIMITED) {
            words.add("generation " + of(generation, budget.generations()));
        }
        words.add((isTimed() ? "time " : "elapsed ") + time());
        if (budget.stagnation() != Budget.UNLIMITED) {
            words.add("nothing better " + of(sinceBest(), budget.stagnation()));
        }
        if (budget.target() != null) {
            words.add("target " + new Value.Real(budget.target()).display());
        }
        words.add("left " + left());
        return words;
    }

    /// The same for narrow terminals.
    private List<String> brief() {
        Budget budget = limits.get();
        long most = trials.getAsLong();
        var words = new ArrayList<String>();
        words.add(of(finished, most));
        if (stopped.count() > 0) {
            words.add(String.format(Locale.ROOT, "stopped %d, saved %.0f %%", stopped.count(), 100 * stopped.saved()));
        }
        words.add("best " + figure());
        if (budget.generations() != Budget.UNLIMITED) {
            words.add("gen " + of(generation, budget.generations()));
        }
        words.add(time());
        if (budget.stagnation() != Budget.UNLIMITED) {
            words.add("stale " + of(sinceBest(), budget.stagnation()));
        }
        if (budget.target() != null) {
            words.add("to " + new Value.Real(budget.target()).display());
        }
        words.add("left " + left());
        return words;
    }

    /// The part of the limit that is used up most.
    private double share() {
        Budget budget = limits.get();
        long most = trials.getAsLong();
        double share = part(finished, most);
        share = Math.max(share, part(generation, budget.generations()));
        share = Math.max(
                share, part(elapsed.get().toMillis(), isTimed() ? budget.time().toMillis() : Budget.UNLIMITED));
        return Math.max(share, part(sinceBest(), budget.stagnation()));
    }

    private static double part(long done, long limit) {
        return limit == Budget.UNLIMITED || limit == 0 ? 0 : Math.clamp((double) done / limit, 0, 1);
    }

    private long sinceBest() {
        return best == null ? finished : newest - bestTrial;
    }

    private String figure() {
        return best == null ? "-" : Figures.of(direction.value(best));
    }

    private boolean isTimed() {
        return limits.get().time().compareTo(Budget.FOREVER) < 0;
    }

    private String time() {
        return Durations.clock(elapsed.get())
                + (isTimed() ? "/" + Durations.clock(limits.get().time()) : "");
    }

    private static String of(long done, long limit) {
        return limit == Budget.UNLIMITED ? Long.toString(done) : String.format(Locale.ROOT, "%d/%d", done, limit);
    }
}
