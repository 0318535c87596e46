package dev.mendel.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/// What Jazzer calls: any bytes are images, or labels, or refused with the file's name.
public final class IdxFuzzTarget {
    private IdxFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        attempt(() -> Idx.images("a-file", new ByteArrayInputStream(content)));
        attempt(() -> Idx.labels("a-file", new ByteArrayInputStream(content)));
    }

    private static void attempt(Reading reading) throws IOException {
        try {
            reading.run();
        } catch (DataException e) {
            if (!String.valueOf(e.getMessage()).startsWith("a-file: ")) {
                throw new IllegalStateException("the file is not named", e);
            }
        }
    }

    private interface Reading {
        void run() throws IOException, DataException;
    }
}
