package dev.mendel.report.run;

import dev.mendel.store.RunStatus;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Ending;
import java.util.List;

/// The status of a run.
///
/// @param words for people
/// @param goingOn whether the run is being carried out
/// @param open trials that were asked for and have no outcome yet
/// @param elapsedSeconds by the clock, over all sessions
/// @param computedSeconds in trainings: the sum over all folds, also of trials that were taken over
/// @param takenOver how many trials another run had finished
record StatusView(
        String words,
        boolean goingOn,
        long finished,
        long failed,
        long open,
        double elapsedSeconds,
        double computedSeconds,
        long takenOver) {

    static StatusView of(StoredRun run, List<StoredTrial> trials) {
        RunStatus status = run.status();
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
                trials.stream()
                        .mapToDouble(trial -> trial.time().toNanos() / 1e9)
                        .sum(),
                trials.stream().filter(trial -> trial.takenFrom().isPresent()).count());
    }
}
