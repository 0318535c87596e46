package dev.mendel.external;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Attempt.Progress;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static boolean isMarked(String line) {
        return line.startsWith(MARK);
    }

    static String line(Ask ask) {
        return line(out -> {
            switch (ask) {
                case Ask.Test(Trial trial) -> {
                    out.writeByte('t');
                    write(trial, out);
                }
                case Ask.Begin(Trial trial, int fold) -> {
                    out.writeByte('b');
                    write(trial, out);
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
                case 't' -> new Ask.Test(trial(in));
                case 'b' -> new Ask.Begin(trial(in), in.readInt());
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

    private static void write(Trial trial, DataOutputStream out) throws IOException {
        out.writeLong(trial.id().number());
        out.writeLong(trial.seed().value());
        Map<String, Value> values = trial.configuration().values();
        out.writeInt(values.size());
        for (Map.Entry<String, Value> value : values.entrySet()) {
            Bits.text(value.getKey(), out);
            Bits.write(value.getValue(), out);
        }
    }

    private static Trial trial(DataInputStream in) throws IOException {
        var id = new TrialId(in.readLong());
        var seed = new Seed(in.readLong());
        var values = new LinkedHashMap<String, Value>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = Bits.text(in);
            values.put(name, Bits.value(in));
        }
        return new Trial(id, new Configuration(values), seed);
    }

    private static String line(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MARK + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static <T> T read(String line, Reading<T> reading) {
        byte[] bytes = Base64.getDecoder().decode(line.substring(MARK.length()));
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
