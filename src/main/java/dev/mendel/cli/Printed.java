package dev.mendel.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output, which remembers that it could not be written. A reader that has had enough, as `head` has, is
/// no failure.
final class Printed extends FilterOutputStream {
    private @Nullable IOException failed;

    Printed(OutputStream out) {
        super(new BufferedOutputStream(out));
    }

    /// Why something could not be written, unless all was or the reader is gone.
    Optional<String> failure() {
        return Optional.ofNullable(failed).map(IOException::getMessage).filter(why -> !why.contains("Broken pipe"));
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private IOException remembered(IOException e) {
        failed = failed == null ? e : failed;
        return e;
    }
}
