package dev.mendel.model;

import org.jspecify.annotations.Nullable;

/// A model's answer to a pair of digits.
///
/// @param lessOrEqual whether the first digit is less than or equal to the second, as the test counts it
/// @param probability that it is, as the network has it. Of one without a comparison of its own it is
///     computed from the classes of the digits, taken as independent; close to one half it can then contradict
///     the answer, which compares the likelier classes
/// @param first the first digit; null where the network has learnt no classes
/// @param second the second digit, likewise
public record Prediction(
        boolean lessOrEqual,
        double probability,
        @Nullable Digit first,
        @Nullable Digit second) {

    /// The likelier class of a digit.
    public record Digit(int digit, double probability) {}
}
