package dev.mendel.external;

import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/// Trials and results as text in Base64, for another process: every bit of them. Both sides have the same
/// version of Mendel.
public final class TrialText {
    private TrialText() {}

    /// Something that writes.
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /// Something that reads.
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    public static String of(Trial trial) {
        return written(out -> Bits.write(trial, out));
    }

    public static String of(FoldResult result) {
        return written(out -> Bits.write(result, out));
    }

    /// The trial that is written as this text.
    public static Trial trial(String text) {
        return read(text, Bits::trial);
    }

    /// The result that is written as this text.
    public static FoldResult result(String text) {
        return read(text, Bits::result);
    }

    static String written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static <T> T read(String text, Reading<T> reading) {
        try (var in =
                new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
