package dev.mendel.model;

import dev.mendel.space.Configuration;
import java.util.Map;

/// Where a model comes from.
///
/// @param mendel the version that trained it
/// @param arithmetic the number of that version's arithmetic
/// @param data the hash of the data it learnt from
/// @param score the trial's mean score over its folds
/// @param test the test's measures by name, its score among them
/// @param parameters how many numbers the network has learnt
public record Origin(
        String mendel,
        int arithmetic,
        String experiment,
        String run,
        long trial,
        long experimentSeed,
        long trialSeed,
        String data,
        Configuration configuration,
        double score,
        double testScore,
        Map<String, Double> test,
        int parameters) {}
