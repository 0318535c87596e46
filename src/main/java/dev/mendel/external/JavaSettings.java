package dev.mendel.external;

import dev.mendel.space.Configuration;
import java.nio.file.Path;
import java.util.List;

/// The class that is the objective, and the place of its code.
///
/// @param type the class's name with its package
/// @param jars the jars or folders of classes that hold it and its dependencies beside Mendel, at least one
/// @param settings the argument of its constructor; empty for the constructor without parameters
/// @param repeats how often each of a trial's folds is evaluated, each time with another seed, at least 1
public record JavaSettings(String type, List<Path> jars, Configuration settings, int repeats) {
    public JavaSettings {
        jars = List.copyOf(jars);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats: " + repeats + " is not 1 or more");
        }
    }

    /// These settings with another number of repeats.
    public JavaSettings withRepeats(int other) {
        return new JavaSettings(type, jars, settings, other);
    }
}
