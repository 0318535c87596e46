package dev.mendel.cli;

import java.util.Iterator;
import java.util.List;

/// The candidates by which a shell completes the name of a run: a mark, in whose place `mendel completion` puts the
/// names as they are when a word is completed.
final class RunNames implements Iterable<String> {
    static final String MARK = "@runs@";

    @Override
    public Iterator<String> iterator() {
        return List.of(MARK).iterator();
    }
}
