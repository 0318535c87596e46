package dev.mendel.external;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings of a program as objective.
///
/// @param command the program and its arguments, at least the program; no shell reads them
/// @param directory where the program runs
/// @param processes how many evaluations a process makes
/// @param repeats how often a trial is evaluated, each time with another seed, at least 1
/// @param named which of the `values` of an answer is the objective's; null where answers say `value`
/// @param limit how long an evaluation may take, the start of its process included; null for ever
public record CommandSettings(
        List<String> command,
        Path directory,
        Processes processes,
        int repeats,
        @Nullable String named,
        @Nullable Duration limit) {

    /// The number of evaluations that a process makes.
    public enum Processes {
        /// A process for each worker, which answers one request after the other.
        PER_WORKER,
        /// A new process for each evaluation.
        PER_TRIAL
    }

    public CommandSettings {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats: " + repeats + " is not 1 or more");
        }
    }

    /// These settings with another number of repeats.
    public CommandSettings withRepeats(int other) {
        return new CommandSettings(command, directory, processes, other, named, limit);
    }

    /// These settings with another directory.
    public CommandSettings in(Path other) {
        return new CommandSettings(command, other, processes, repeats, named, limit);
    }

    /// The longest time of an evaluation, if it is limited.
    public Optional<Duration> timeout() {
        return Optional.ofNullable(limit);
    }

    /// The name of the objective's value among the `values`, where answers have several.
    public Optional<String> value() {
        return Optional.ofNullable(named);
    }
}
