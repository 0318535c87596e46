package dev.mendel.experiment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong while a file is read. For one thread.
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    /// Notes a fault of a field.
    public void add(Place place, String field, String message) {
        found.add(new Fault(place, field, message));
    }

    /// Notes a fault of the text itself.
    public void add(Place place, String message) {
        add(place, "", message);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// Whether something was found wrong with a field or within it.
    public boolean concern(String path) {
        return found.stream().map(Fault::field).anyMatch(field -> field.equals(path) || field.startsWith(path + "."));
    }

    /// The faults in the order of their lines.
    public List<Fault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(fault -> fault.place().order()))
                .toList();
    }
}
