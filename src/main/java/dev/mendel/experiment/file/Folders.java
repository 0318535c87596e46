package dev.mendel.experiment.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The folders from which relative paths of an experiment file start: that of the file, and, for a run that was moved
/// by
/// itself, that where it was begun. Absolute.
///
/// @param all at least one, the first goes before
record Folders(List<Path> all) {
    Folders {
        all = all.stream().map(Folders::absolute).toList();
    }

    /// The folder of the file.
    Path first() {
        return all.getFirst();
    }

    /// The path that a text names: from the first folder where it leads to something, or else from the first.
    ///
    /// @throws java.nio.file.InvalidPathException if the text is no path
    Path resolve(String text) {
        return all.stream()
                .map(folder -> folder.resolve(text).normalize())
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> first().resolve(text).normalize());
    }

    /// A path as a file writes it: relative to its folder where the file system allows that.
    ///
    /// @param folder null for a file that is not anywhere
    static String write(Path path, @Nullable Path folder) {
        Path whole = absolute(path);
        if (folder == null || !Objects.equals(absolute(folder).getRoot(), whole.getRoot())) {
            return whole.toString();
        }
        String relative = absolute(folder).relativize(whole).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
