package dev.mendel.external;

import dev.mendel.space.Configuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The class that is the objective, and the place of its code.
///
/// @param type the class's name with its package; of a source file, without
/// @param source the file to compile; null where the class is in a jar
/// @param jars the jars or folders of classes that hold it and its dependencies beside Mendel, at least one
///     where there is no source
/// @param settings the argument of its constructor; empty for the constructor without parameters
/// @param repeats how often each of a trial's folds is evaluated, each time with another seed, at least 1
/// @param limit the longest time of an evaluation; null for none
public record JavaSettings(
        String type,
        @Nullable Path source,
        List<Path> jars,
        Configuration settings,
        int repeats,
        @Nullable Duration limit) {
    public JavaSettings {
        jars = List.copyOf(jars);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats: " + repeats + " is not 1 or more");
        }
    }

    /// Settings of a class in a jar, without a timeout.
    public JavaSettings(String type, List<Path> jars, Configuration settings, int repeats) {
        this(type, null, jars, settings, repeats, null);
    }

    /// The longest time of an evaluation, if it is limited.
    public Optional<Duration> timeout() {
        return Optional.ofNullable(limit);
    }

    /// These settings without a timeout.
    public JavaSettings untimed() {
        return new JavaSettings(type, source, jars, settings, repeats, null);
    }

    /// These settings with source and jars of the same names in another directory.
    public JavaSettings in(Path directory) {
        Path moved = source == null ? null : there(source, directory);
        List<Path> there = jars.stream().map(jar -> there(jar, directory)).toList();
        return new JavaSettings(type, moved, there, settings, repeats, limit);
    }

    /// Source and jars, by their names.
    public Map<String, Path> files() {
        var files = new LinkedHashMap<String, Path>();
        Stream.concat(Stream.ofNullable(source), jars.stream())
                .forEach(file -> files.put(there(file, Path.of("")).toString(), file));
        return files;
    }

    private static Path there(Path file, Path directory) {
        return file.getFileName() == null ? directory : directory.resolve(file.getFileName());
    }

    /// These settings with another number of repeats.
    public JavaSettings withRepeats(int other) {
        return new JavaSettings(type, source, jars, settings, other, limit);
    }
}
