package dev.mendel.external;

import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Score;
import dev.mendel.trial.UnreachableException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An evaluation by a program, in steps: each ends with the line of an epoch, the last one with the answer. The
/// limit on time counts what is spent in steps, not between them.
final class ProgramAttempt implements Attempt {
    private static final long FOREVER = Duration.ofDays(365).toNanos();

    private final Telling program;
    private final CommandSettings settings;
    /// The epochs that were asked for.
    private int wanted;
    private long spent;
    private boolean begun;
    private @Nullable FoldResult result;
    private @Nullable EvaluationException failure;

    /// A program that tells of its evaluation. Of no further use after an exception or [#stop].
    interface Telling {
        /// Goes on until so many epochs are told since the beginning, or the evaluation has ended.
        ///
        /// @param epochs [Attempt#ALL] for the end
        /// @param deadline by the clock of [System#nanoTime]
        /// @return the answer, at the end
        Optional<Answer.Valued> listen(int epochs, long deadline) throws EvaluationException, InterruptedException;

        /// The epochs told so far.
        Curve curve();

        /// Lets go of the process: it is ended where the evaluation has not come to its end.
        void stop();
    }

    /// @param program asked nothing yet; stopped by this
    ProgramAttempt(Telling program, CommandSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    @Override
    public Progress advance(int epochs) throws EvaluationException, InterruptedException {
        if (failure != null) {
            throw failure;
        }
        if (result == null) {
            begun = true;
            wanted = (int) Math.min((long) wanted + epochs, ALL);
            result = step(wanted < settings.steps().epochs() ? wanted : ALL).orElse(null);
        }
        return new Progress(program.curve().size(), result != null);
    }

    /// The result, if this was the last step.
    private Optional<FoldResult> step(int until) throws EvaluationException, InterruptedException {
        boolean well = false;
        try {
            Optional<Answer.Valued> answer = listen(until);
            Optional<FoldResult> ended = answer.isEmpty() ? Optional.empty() : Optional.of(result(answer.get()));
            well = true;
            return ended;
        } catch (UnreachableException e) {
            throw failed(e);
        } catch (EvaluationException e) {
            throw failed(e.after(Duration.ofNanos(spent)));
        } finally {
            if (!well) {
                program.stop();
            }
        }
    }

    private Optional<Answer.Valued> listen(int until) throws EvaluationException, InterruptedException {
        long began = System.nanoTime();
        long limit = settings.timeout().map(Duration::toNanos).orElse(FOREVER);
        try {
            return program.listen(until, began + limit - spent);
        } finally {
            spent += System.nanoTime() - began;
        }
    }

    private EvaluationException failed(EvaluationException why) {
        failure = why;
        return why;
    }

    private FoldResult result(Answer.Valued answer) throws EvaluationException {
        if (!Score.isOne(answer.value())) {
            throw new EvaluationException(CommandSettings.noScore(answer.value()));
        }
        if (settings.steps().epochs() > 1 && program.curve().size() == 0) {
            throw new EvaluationException(settings.noEpoch());
        }
        return new FoldResult(
                new Score(answer.value()), answer.measures(), program.curve().epochs(), Duration.ofNanos(spent));
    }

    @Override
    public FoldResult result() throws EvaluationException {
        if (failure != null) {
            throw failure;
        }
        if (!begun) {
            throw new IllegalStateException("there is no result before the evaluation has been advanced");
        }
        return result == null ? program.curve().result(settings.value().orElse(null), Duration.ofNanos(spent)) : result;
    }

    @Override
    public void close() {
        program.stop();
    }
}
