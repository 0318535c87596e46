package dev.mendel.report.run;

import dev.mendel.search.Budget;
import dev.mendel.space.SearchSpace;

/// An experiment's part of a run's page; the rest is in the run.
///
/// @param text the experiment's description, perhaps empty
public record RunDescription(String text, SearchSpace space, Budget budget, Subject subject) {}
