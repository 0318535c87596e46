package dev.mendel.training;

import dev.mendel.trial.FoldResult;

/// A network trained on all pairs, and its result on pairs that no fold has.
public record TestedNetwork(TrainedNetwork network, FoldResult test) {}
