package dev.mendel.external;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests and answers between Mendel and a process that evaluates its trials: every bit of them, as a line of
/// text that begins with a mark. Other lines on the same stream are not of Mendel's making.
final class Wire {
    /// What a process writes when it is ready for requests.
    static final String READY = "mendel:ready";

    private static final String MARK = "mendel:";

    private Wire() {}

    /// An evaluation of a fold, or the test of a configuration.
    ///
    /// @param fold null for the test
    record Ask(Trial trial, @Nullable Integer fold) {}

    /// How an evaluation came out.
    ///
    /// @param result null where it failed, or there is no such test
    /// @param failure why it failed; null otherwise
    record Told(@Nullable FoldResult result, @Nullable String failure) {
        /// @throws EvaluationException if it failed
        Optional<FoldResult> get() throws EvaluationException {
            if (failure != null) {
                throw new EvaluationException(failure);
            }
            return Optional.ofNullable(result);
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
            out.writeLong(ask.trial().id().number());
            out.writeLong(ask.trial().seed().value());
            out.writeInt(ask.fold() == null ? -1 : ask.fold());
            Map<String, Value> values = ask.trial().configuration().values();
            out.writeInt(values.size());
            for (Map.Entry<String, Value> value : values.entrySet()) {
                text(value.getKey(), out);
                write(value.getValue(), out);
            }
        });
    }

    static Ask ask(String line) {
        return read(line, in -> {
            var id = new TrialId(in.readLong());
            var seed = new Seed(in.readLong());
            int fold = in.readInt();
            var values = new LinkedHashMap<String, Value>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = text(in);
                values.put(name, value(in));
            }
            return new Ask(new Trial(id, new Configuration(values), seed), fold < 0 ? null : fold);
        });
    }

    static String line(Told told) {
        return line(out -> {
            out.writeBoolean(told.failure() != null);
            if (told.failure() != null) {
                text(told.failure(), out);
                return;
            }
            FoldResult result = told.result();
            out.writeBoolean(result != null);
            if (result != null) {
                write(result, out);
            }
        });
    }

    static Told told(String line) {
        return read(line, in -> {
            if (in.readBoolean()) {
                return new Told(null, text(in));
            }
            return new Told(in.readBoolean() ? result(in) : null, null);
        });
    }

    private static void write(Value value, DataOutputStream out) throws IOException {
        switch (value) {
            case Value.Text(String text) -> {
                out.writeByte('t');
                text(text, out);
            }
            case Value.Whole(long number) -> {
                out.writeByte('w');
                out.writeLong(number);
            }
            case Value.Real(double number) -> {
                out.writeByte('r');
                out.writeDouble(number);
            }
            case Value.Flag(boolean flag) -> {
                out.writeByte('f');
                out.writeBoolean(flag);
            }
        }
    }

    private static Value value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 't' -> new Value.Text(text(in));
            case 'w' -> new Value.Whole(in.readLong());
            case 'r' -> new Value.Real(in.readDouble());
            case 'f' -> new Value.Flag(in.readBoolean());
            default -> throw new IOException("no kind of value: " + kind);
        };
    }

    private static void write(FoldResult result, DataOutputStream out) throws IOException {
        out.writeDouble(result.score().value());
        out.writeLong(result.time().toNanos());
        measures(result.measures(), out);
        out.writeInt(result.epochs().size());
        for (Epoch epoch : result.epochs()) {
            out.writeInt(epoch.number());
            out.writeDouble(epoch.loss());
            measures(epoch.measures(), out);
        }
    }

    private static FoldResult result(DataInputStream in) throws IOException {
        var score = new Score(in.readDouble());
        Duration time = Duration.ofNanos(in.readLong());
        Map<String, Double> measures = measures(in);
        var epochs = new ArrayList<Epoch>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            int number = in.readInt();
            double loss = in.readDouble();
            epochs.add(new Epoch(number, loss, measures(in)));
        }
        return new FoldResult(score, measures, epochs, time);
    }

    private static void measures(Map<String, Double> measures, DataOutputStream out) throws IOException {
        out.writeInt(measures.size());
        for (Map.Entry<String, Double> measure : measures.entrySet()) {
            text(measure.getKey(), out);
            out.writeDouble(measure.getValue());
        }
    }

    private static Map<String, Double> measures(DataInputStream in) throws IOException {
        var measures = new LinkedHashMap<String, Double>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            measures.put(name, in.readDouble());
        }
        return measures;
    }

    /// A text of any length, char by char.
    private static void text(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
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
