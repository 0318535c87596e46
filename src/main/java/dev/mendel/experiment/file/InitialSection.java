package dev.mendel.experiment.file;

import dev.mendel.experiment.file.space.Written;
import dev.mendel.space.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Adds the section `initial` to a file.
final class InitialSection {
    private InitialSection() {}

    /// The text with the section at its end.
    static String added(String text, List<Map<String, Value>> initial) {
        String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return text
                + end
                + initial.stream()
                        .map(values -> "  - " + Written.values(values) + "\n")
                        .collect(Collectors.joining("", "initial:\n", ""));
    }
}
