package dev.mendel.report;

import dev.mendel.store.StoredRun;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FoldRun;
import java.util.List;

/// How a run stands.
///
/// @param words for people
/// @param goingOn whether more is to be expected without anybody resuming it
/// @param open trials that were asked for and have no outcome yet
/// @param elapsedSeconds by the clock, over all sessions
/// @param computedSeconds in trainings: the sum over all folds
record StatusView(
        String words,
        boolean goingOn,
        long finished,
        long failed,
        long open,
        double elapsedSeconds,
        double computedSeconds) {

    static StatusView of(StoredRun run, List<FoldRun> folds) {
        StoredRun.Status status = run.status();
        Ending ending = status.ending();
        boolean goingOn = ending == null && status.active();
        String words = goingOn
                ? "still going on when this page was written"
                : ending == null ? "broken off; it can be resumed" : ending.toString();
        return new StatusView(
                words,
                goingOn,
                status.finished(),
                status.failed(),
                status.open(),
                status.elapsed().toMillis() / 1e3,
                folds.stream()
                        .mapToDouble(fold -> fold.result().time().toNanos() / 1e9)
                        .sum());
    }
}
