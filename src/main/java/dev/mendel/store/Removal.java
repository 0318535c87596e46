package dev.mendel.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Takes runs away: a run's directory gets a name that no run has, and is then deleted.
final class Removal {
    private static final String END = ".deleted";

    private Removal() {}

    /// As [RunDirectory#delete].
    static void of(RunDirectory run) {
        Path doomed = run.path().resolveSibling("." + run.name() + END);
        try {
            RunLock lock = RunLock.take(run);
            try {
                Files.move(run.path(), doomed, ATOMIC_MOVE);
            } finally {
                lock.close();
            }
            try (Stream<Path> leftovers = Files.list(doomed.toAbsolutePath().getParent())) {
                for (Path left : leftovers.filter(Removal::isUnderWay).toList()) {
                    deleteAll(left);
                }
            }
        } catch (IOException e) {
            throw new StoreException(run + ": can't be deleted: " + e.getMessage(), e);
        }
    }

    /// Whether a directory is what a kill has left of a deletion, or one that is being deleted.
    static boolean isUnderWay(Path path) {
        Path name = path.getFileName();
        return name != null
                && name.toString().startsWith(".")
                && name.toString().endsWith(END)
                && Files.isDirectory(path);
    }

    /// Links are deleted, not what they lead to.
    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
