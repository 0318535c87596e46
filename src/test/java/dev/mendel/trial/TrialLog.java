package dev.mendel.trial;

import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.TrialListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Writes down what an observer is told, and by which threads.
public class TrialLog implements TrialListener {
    /// One line for each call: `asked 1`, `fold 1/0`, `finished 1`, `failed 1`, `caught up`.
    public final List<String> lines = new ArrayList<>();

    public final List<Thread> threads = new ArrayList<>();

    @Override
    public void asked(int generation, List<Trial> trials) {
        trials.forEach(trial -> log("asked " + trial.id() + " in " + generation));
    }

    @Override
    public void foldFinished(FoldRun run) {
        log("fold " + run.trial().id() + "/" + run.fold());
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        log(
                switch (outcome) {
                    case Outcome.Finished _ -> "finished " + trial.id();
                    case Outcome.Stopped stopped -> "stopped " + trial.id() + "/" + stopped.rung();
                    case Outcome.Failed(int fold, String reason, Duration _, List<AtRung> _) ->
                        "failed " + trial.id() + "/" + fold + " " + reason;
                });
    }

    @Override
    public void caughtUp() {
        log("caught up");
    }

    /// The lines, but for those that say that all was reported.
    public List<String> events() {
        return lines.stream().filter(line -> !Objects.equals(line, "caught up")).toList();
    }

    private void log(String line) {
        lines.add(line);
        threads.add(Thread.currentThread());
    }
}
