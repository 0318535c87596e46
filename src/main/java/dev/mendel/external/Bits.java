package dev.mendel.external;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values, trials and results as bytes, every bit of them.
final class Bits {
    private Bits() {}

    static void write(Value value, DataOutputStream out) throws IOException {
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

    static Value value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 't' -> new Value.Text(text(in));
            case 'w' -> new Value.Whole(in.readLong());
            case 'r' -> new Value.Real(in.readDouble());
            case 'f' -> new Value.Flag(in.readBoolean());
            default -> throw new IOException("no kind of value: " + kind);
        };
    }

    static void write(Trial trial, DataOutputStream out) throws IOException {
        out.writeLong(trial.id().number());
        out.writeLong(trial.seed().value());
        Map<String, Value> values = trial.configuration().values();
        out.writeInt(values.size());
        for (Map.Entry<String, Value> value : values.entrySet()) {
            text(value.getKey(), out);
            write(value.getValue(), out);
        }
    }

    static Trial trial(DataInputStream in) throws IOException {
        var id = new TrialId(in.readLong());
        var seed = new Seed(in.readLong());
        var values = new LinkedHashMap<String, Value>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            values.put(name, value(in));
        }
        return new Trial(id, new Configuration(values), seed);
    }

    static void write(FoldResult result, DataOutputStream out) throws IOException {
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

    static FoldResult result(DataInputStream in) throws IOException {
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
    static void text(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }
}
