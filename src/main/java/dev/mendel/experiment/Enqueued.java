package dev.mendel.experiment;

import dev.mendel.space.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A configuration that takes the place of a child that would be bred.
///
/// @param generation of the child, from 1
/// @param values by name, perhaps incomplete; the rest is drawn
public record Enqueued(int generation, Map<String, Value> values) {
    public Enqueued {
        if (generation < 1) {
            throw new IllegalArgumentException("generation: " + generation + " is not 1 or more");
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
