package dev.mendel.report.run;

import dev.mendel.report.MendelJson;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.evaluate.FoldRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The occupation of workers over time, by trials that were not taken over from other runs.
///
/// @param together how many folds a block stands for at most: 1 where each has its own
/// @param blocks in the order in which they begin
/// @param breaks where a session after the first begins, in seconds; pauses between sessions are left out
record TimelineView(int together, List<Block> blocks, List<Double> breaks) {
    private static final int MOST_BLOCKS = 4000;

    /// Some folds that a worker did one after another.
    ///
    /// @param trial the first one's
    /// @param fold the first one's, from 0
    /// @param folds how many
    /// @param start seconds since the run began
    /// @param end seconds since the run began
    /// @param busy seconds of the worker's own time
    /// @param place the `host`, where it is another machine than the session's
    record Block(
            int worker,
            long trial,
            int fold,
            int folds,
            double start,
            double end,
            double busy,
            @MendelJson.Inline Map<String, String> place) {
        Block with(Block next) {
            return new Block(worker, trial, fold, folds + 1, start, next.end, busy + next.busy, place);
        }

        Lane lane() {
            return new Lane(worker, place);
        }
    }

    /// Where one fold is evaluated after another.
    record Lane(int worker, Map<String, String> place) {}

    static TimelineView of(List<StoredRun.Session> sessions, List<StoredTrial> trials) {
        List<FoldRun> folds = trials.stream()
                .filter(trial -> trial.takenFrom().isEmpty())
                .flatMap(trial -> trial.folds().stream())
                .sorted(Comparator.comparing(FoldRun::started))
                .toList();
        int together = Math.ceilDiv(Math.max(folds.size(), 1), MOST_BLOCKS);
        var blocks = new ArrayList<Block>();
        Map<Lane, Integer> last = new HashMap<>();
        for (FoldRun fold : folds) {
            Block block = block(sessions, fold);
            Integer open = last.get(block.lane());
            if (open != null && blocks.get(open).folds() < together) {
                blocks.set(open, blocks.get(open).with(block));
            } else {
                last.put(block.lane(), blocks.size());
                blocks.add(block);
            }
        }
        return new TimelineView(together, blocks, breaks(sessions));
    }

    private static Block block(List<StoredRun.Session> sessions, FoldRun fold) {
        double start = offset(sessions, fold.started());
        double busy = seconds(fold.result().time());
        return new Block(
                fold.worker(), fold.trial().id().number(), fold.fold(), 1, start, start + busy, busy, place(fold));
    }

    private static Map<String, String> place(FoldRun fold) {
        return fold.host() == null ? Map.of() : Map.of("host", fold.host());
    }

    /// Seconds of work on the run before a moment.
    private static double offset(List<StoredRun.Session> sessions, Instant moment) {
        double before = 0;
        for (int i = 0; i < sessions.size() - 1; i++) {
            if (moment.isBefore(sessions.get(i + 1).started())) {
                return before + seconds(Duration.between(sessions.get(i).started(), moment));
            }
            before += seconds(sessions.get(i).elapsed());
        }
        return sessions.isEmpty()
                ? 0
                : before + seconds(Duration.between(sessions.getLast().started(), moment));
    }

    private static List<Double> breaks(List<StoredRun.Session> sessions) {
        return sessions.stream()
                .skip(1)
                .map(session -> offset(sessions, session.started()))
                .toList();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
