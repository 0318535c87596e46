package dev.mendel.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names in a file of what the experiment calls otherwise.
///
/// @param value the name of the objective's value; null for the usual one
/// @param others the names of hyperparameters that have another there, by the experiment's name
public record Naming(@Nullable String value, Map<String, String> others) {
    public Naming {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
