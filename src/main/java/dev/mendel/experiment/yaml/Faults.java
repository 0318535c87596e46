package dev.mendel.experiment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects the faults of a file while it is read. For one thread.
public final class Faults {
    private final List<Fault> found = new ArrayList<>();
    /// The paths of faults, and of everything around them.
    private final Set<String> concerned = new HashSet<>();

    /// Notes a fault of a field.
    public void add(Place place, String field, String message) {
        var fault = new Fault(place, field, message);
        found.add(fault);
        note(fault);
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
        return concerned.contains(path);
    }

    private void note(Fault fault) {
        String field = fault.field();
        concerned.add(field);
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '.' || field.charAt(i) == '[') {
                concerned.add(field.substring(0, i));
            }
        }
    }

    /// The faults in the order of their lines.
    public List<Fault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(fault -> fault.place().order()))
                .toList();
    }
}
