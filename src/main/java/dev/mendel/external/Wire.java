package dev.mendel.external;

import dev.mendel.trial.Attempt.Progress;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Trial;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Requests and answers between Mendel and a process that evaluates its trials: every bit of them, as a line of
/// text that begins with a mark. Other lines on the same stream are not of Mendel's making.
final class Wire {
    /// What a process writes when it is ready for requests.
    static final String READY = "mendel:ready";

    private static final String MARK = "mendel:";

    private Wire() {}

    /// What a process is asked.
    sealed interface Ask {
        /// The test of a configuration; answered by its result, if there is one.
        record Test(Trial trial) implements Ask {}

        /// Begins the evaluation of a fold; answered, and followed by the others of this evaluation.
        record Begin(Trial trial, int fold) implements Ask {}

        /// Advances the evaluation that has begun; answered by its progress.
        record Advance(int epochs) implements Ask {}

        /// Asks for its result; answered by it.
        record Look() implements Ask {}

        /// Closes it; not answered.
        record Close() implements Ask {}
    }

    /// How a request came out.
    ///
    /// @param result null where there is none
    /// @param progress null where it was not advanced
    /// @param failure why it failed; null otherwise
    record Told(
            @Nullable FoldResult result,
            @Nullable Progress progress,
            @Nullable String failure) {
        /// The same, of a request that did not fail.
        ///
        /// @throws EvaluationException if it failed
        Told sound() throws EvaluationException {
            if (failure != null) {
                throw new EvaluationException(failure);
            }
            return this;
        }
    }

    static boolean isMarked(String line) {
        return line.startsWith(MARK);
    }

    static String line(Ask ask) {
        return line(out -> {
            switch (ask) {
                case Ask.Test(Trial trial) -> {
                    out.writeByte('t');
                    Bits.write(trial, out);
                }
                case Ask.Begin(Trial trial, int fold) -> {
                    out.writeByte('b');
                    Bits.write(trial, out);
                    out.writeInt(fold);
                }
                case Ask.Advance(int epochs) -> {
                    out.writeByte('a');
                    out.writeInt(epochs);
                }
                case Ask.Look() -> out.writeByte('l');
                case Ask.Close() -> out.writeByte('c');
            }
        });
    }

    static Ask ask(String line) {
        return read(line, in -> {
            byte kind = in.readByte();
            return switch (kind) {
                case 't' -> new Ask.Test(Bits.trial(in));
                case 'b' -> new Ask.Begin(Bits.trial(in), in.readInt());
                case 'a' -> new Ask.Advance(in.readInt());
                case 'l' -> new Ask.Look();
                case 'c' -> new Ask.Close();
                default -> throw new IOException("no kind of request: " + kind);
            };
        });
    }

    static String line(Told told) {
        return line(out -> {
            out.writeBoolean(told.failure() != null);
            if (told.failure() != null) {
                Bits.text(told.failure(), out);
                return;
            }
            Progress progress = told.progress();
            out.writeBoolean(progress != null);
            if (progress != null) {
                out.writeInt(progress.epochs());
                out.writeBoolean(progress.complete());
            }
            FoldResult result = told.result();
            out.writeBoolean(result != null);
            if (result != null) {
                Bits.write(result, out);
            }
        });
    }

    static Told told(String line) {
        return read(line, in -> {
            if (in.readBoolean()) {
                return new Told(null, null, Bits.text(in));
            }
            Progress progress = in.readBoolean() ? new Progress(in.readInt(), in.readBoolean()) : null;
            return new Told(in.readBoolean() ? Bits.result(in) : null, progress, null);
        });
    }

    private static String line(TrialText.Writing writing) {
        return MARK + TrialText.written(writing);
    }

    private static <T> T read(String line, TrialText.Reading<T> reading) {
        return TrialText.read(line.substring(MARK.length()), reading);
    }
}
