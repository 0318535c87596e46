package dev.mendel.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// Types commands whose output nobody reads.
public final class Typing {
    private Typing() {}

    /// Runs a command; returns its exit code.
    public static int type(String... arguments) {
        var nobody = new PrintWriter(Writer.nullWriter());
        return Mendel.run(nobody, nobody, arguments);
    }
}
