package dev.mendel.draft;

import java.util.List;
import java.util.Optional;

/// An option as a help text describes it.
///
/// @param flag as it is typed: `--lr`
/// @param attached whether its value follows an equals sign instead of a blank
/// @param negation the flag of its opposite: `--no-shuffle`
/// @param metavar what stands for its value; empty for a switch
/// @param choices the words that it takes, where these are told
/// @param low the least value, where it is told
/// @param high the largest value, where it is told
/// @param usual the value that it has when it isn't given, where it is told
/// @param description one line for people
public record HelpOption(
        String flag,
        boolean attached,
        Optional<String> negation,
        String metavar,
        List<String> choices,
        Optional<Double> low,
        Optional<Double> high,
        Optional<String> usual,
        String description) {
    public HelpOption {
        choices = List.copyOf(choices);
    }

    /// The name without hyphens before it.
    String name() {
        return flag.replaceFirst("^-+", "");
    }

    /// Whether it is given or not, without a value.
    boolean isSwitch() {
        return metavar.isEmpty() && choices.isEmpty();
    }
}
