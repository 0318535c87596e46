package dev.mendel.external;

import dev.mendel.trial.ObjectiveException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds programs as a shell does: a name on the PATH, a path from the directory the program will run in.
final class Programs {
    private static final List<String> ENDINGS =
            File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");

    private Programs() {}

    /// The program's file.
    ///
    /// @throws ObjectiveException if there is no such directory or no such program
    static Path find(String program, Path directory) throws ObjectiveException {
        if (!Files.isDirectory(directory)) {
            throw new ObjectiveException("objective.directory: " + directory
                    + " is no directory; resume and retest take another one by --directory DIR");
        }
        boolean named = !program.contains("/") && !program.contains(File.separator);
        try {
            Stream<Path> folders = named ? path() : Stream.of(directory);
            return executable(program, folders)
                    .orElseThrow(() -> new ObjectiveException("objective.command: there is no program " + program
                            + (named ? " on the PATH" : " that can be run in " + directory)
                            + (named && Files.exists(directory.resolve(program))
                                    ? "; for the one in " + directory + " write ./" + program
                                    : "")));
        } catch (InvalidPathException e) {
            throw new ObjectiveException("objective.command: " + program + " is no name of a program", e);
        }
    }

    /// The file of a program on the PATH.
    static Optional<Path> onPath(String program) {
        try {
            return executable(program, path());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> executable(String program, Stream<Path> folders) {
        return folders.flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(program + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    private static Stream<Path> path() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }
}
