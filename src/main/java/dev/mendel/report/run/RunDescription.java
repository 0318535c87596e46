package dev.mendel.report.run;

import dev.mendel.search.Budget;
import dev.mendel.space.SearchSpace;
import java.util.List;
import java.util.Map;

/// An experiment's part of a run's page; the rest is in the run.
///
/// @param text the experiment's description, perhaps empty
/// @param marks what others reported, to be seen beside a front
public record RunDescription(String text, SearchSpace space, Budget budget, Subject subject, List<Mark> marks) {
    /// What others reported of a system.
    ///
    /// @param values by the names of objectives, as far as they are known
    public record Mark(String name, Map<String, Double> values) {}

    public RunDescription {
        marks = List.copyOf(marks);
    }

    /// Where nothing was reported.
    public RunDescription(String text, SearchSpace space, Budget budget, Subject subject) {
        this(text, space, budget, subject, List.of());
    }
}
