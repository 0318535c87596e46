package dev.mendel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Makes room for a run in a directory that a user names.
public final class Vacancy {
    private static final String LOCK = "run.lock";

    /// What a process leaves behind that is killed while it makes a run.
    private static final Set<String> LEFT = Set.of(
            Database.FILE,
            Database.FILE + "-journal",
            Database.FILE + "-wal",
            Database.FILE + "-shm",
            LOCK,
            "experiment.yaml",
            "experiment.yaml.new",
            "mendel.log");

    private Vacancy() {}

    /// The directory of that path, made where it is not there, without what is left of a run that was never
    /// begun.
    ///
    /// @throws StoreException if it holds a run or anything else, a process makes a run there, or it can't be
    ///     made
    public static RunDirectory at(Path path) {
        var directory = new RunDirectory(path);
        if (directory.isBegun()) {
            throw new StoreException(path + ": holds a run already");
        }
        try {
            Files.createDirectories(path);
            List<Path> there = files(path);
            List<String> others = there.stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !LEFT.contains(name))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new StoreException(path + ": holds no run, but " + others.getFirst()
                        + (others.size() == 1 ? "" : " and other files") + "; choose a new or empty directory");
            }
            clear(directory, there);
            return directory;
        } catch (IOException e) {
            throw new StoreException(path + ": no run can be made there: " + e.getMessage(), e);
        }
    }

    private static void clear(RunDirectory directory, List<Path> left) throws IOException {
        if (left.isEmpty()) {
            return;
        }
        RunLock lock = RunLock.take(directory);
        try {
            for (Path file : left) {
                if (!file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        } finally {
            lock.close();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
