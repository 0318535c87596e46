package dev.mendel.trial.evaluate;

import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;

/// A trial and its outcome.
///
/// @param generation in which generation of the run the trial was first asked for; 0 is the first population
public record Evaluation(Trial trial, int generation, Outcome outcome) {}
