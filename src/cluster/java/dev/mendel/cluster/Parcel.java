package dev.mendel.cluster;

import dev.mendel.trial.evaluate.SiteException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;

/// The files of an objective, packed to be sent to the machines of a cluster, where Spark unpacks them. Left
/// out are hidden files and folders, and runs of Mendel's own.
final class Parcel {
    /// The name of the folder on the machines.
    static final String FOLDER = "objective";

    private static final long MOST_BYTES = 256L << 20;

    private final Path from;
    private final Path to;
    private long bytes;

    private Parcel(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /// Packs files into one that is deleted with this process.
    ///
    /// @param files files and folders, by their names in the parcel; an empty name for the parcel itself
    /// @throws SiteException if they can't be read, or are more than are to be sent around
    static Path of(Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("mendel-objective");
            folder.toFile().deleteOnExit();
            Path zip = folder.resolve("objective.zip");
            zip.toFile().deleteOnExit();
            try (FileSystem packed =
                    FileSystems.newFileSystem(zip, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    new Parcel(Path.of(file.getValue()), packed.getPath("/").resolve(file.getKey())).pack();
                }
            }
            return zip;
        } catch (IOException e) {
            throw new SiteException("--cluster: the objective's files can't be packed: " + e.getMessage(), e);
        }
    }

    private void pack() throws IOException {
        Files.walkFileTree(from, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
                if (!folder.equals(from) && isLeftOut(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
                if (seen.isRegularFile() && (file.equals(from) || !isLeftOut(file))) {
                    count(seen.size());
                    pack(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLeftOut(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".") || Files.exists(file.resolve("run.db"));
    }

    private void pack(Path file) throws IOException {
        Path target = target(file);
        Files.copy(file, target);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        }
    }

    private Path target(Path file) {
        String inside = from.relativize(file).toString();
        return inside.isEmpty() ? to : to.resolve(inside);
    }

    private void count(long more) {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new SiteException("--cluster: " + from + " holds more than " + (MOST_BYTES >> 20)
                    + " MB, too much to be sent to each machine; put it into a folder that all machines share, at the same"
                    + " place, and say --cluster-shared");
        }
    }
}
