package dev.mendel.external;

import dev.mendel.external.script.CommandTemplate;
import dev.mendel.external.script.Filling;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Trial;
import dev.mendel.trial.UnreachableException;
import dev.mendel.trial.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings of a program as objective.
///
/// @param command the program and its arguments, at least the program, with placeholders as
///     [dev.mendel.external.script.Template] has them; no shell reads them
/// @param directory where the program runs
/// @param processes how many evaluations a process makes
/// @param repeats how often a trial is evaluated, each time with another seed, at least 1
/// @param named which of the `values` of an answer is the objective's; null where answers say `value`
/// @param limit how long an evaluation may take, the start of its process included; null for ever
/// @param script its environment, and how its output is understood
/// @param steps how often it tells an intermediate value on which an evaluation may be stopped
public record CommandSettings(
        List<String> command,
        Path directory,
        Processes processes,
        int repeats,
        @Nullable String named,
        @Nullable Duration limit,
        Script script,
        Steps steps) {
    /// The exit code by which ssh itself tells that it failed.
    private static final int SSH_FAILED = 255;

    /// The number of evaluations that a process makes.
    public enum Processes {
        /// A process for each worker, which answers one request after the other.
        PER_WORKER,
        /// A new process for each evaluation.
        PER_TRIAL
    }

    /// The steps of an evaluation.
    ///
    /// @param epochs how many epochs it tells, at least 1; 1 for one that is not looked at on its way
    /// @param listens whether the program waits after each epoch for a line that says whether to go on
    public record Steps(int epochs, boolean listens) {
        /// All of it is one step.
        public static final Steps ONE = new Steps(1, false);

        public Steps {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs: " + epochs + " is not 1 or more");
            }
            if (listens && epochs == 1) {
                throw new IllegalArgumentException("listens: there is nothing to decide without epochs, 2 or more");
            }
        }
    }

    /// A program whose evaluations are one step.
    public CommandSettings(
            List<String> command,
            Path directory,
            Processes processes,
            int repeats,
            @Nullable String named,
            @Nullable Duration limit,
            Script script) {
        this(command, directory, processes, repeats, named, limit, script, Steps.ONE);
    }

    /// A program that answers lines of JSON, in Mendel's own environment.
    public CommandSettings(
            List<String> command,
            Path directory,
            Processes processes,
            int repeats,
            @Nullable String named,
            @Nullable Duration limit) {
        this(command, directory, processes, repeats, named, limit, Script.NONE);
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
        return new CommandSettings(command, directory, processes, other, named, limit, script, steps);
    }

    /// These settings with another number of evaluations for each process.
    public CommandSettings with(Processes other) {
        return new CommandSettings(command, directory, other, repeats, named, limit, script, steps);
    }

    /// These settings with another name of the objective's value.
    public CommandSettings answering(String value) {
        return new CommandSettings(command, directory, processes, repeats, value, limit, script, steps);
    }

    /// These settings with other steps.
    public CommandSettings with(Steps other) {
        return new CommandSettings(command, directory, processes, repeats, named, limit, script, other);
    }

    /// These settings with another directory.
    public CommandSettings in(Path other) {
        return new CommandSettings(command, other, processes, repeats, named, limit, script, steps);
    }

    /// The longest time of an evaluation, if it is limited.
    public Optional<Duration> timeout() {
        return Optional.ofNullable(limit);
    }

    /// The name of the objective's value among the `values`, where answers have several.
    public Optional<String> value() {
        return Optional.ofNullable(named);
    }

    /// Its command line and environment.
    public CommandTemplate template() {
        return CommandTemplate.of(command, script.environment());
    }

    /// Whether the program knows nothing of Mendel: it is told about trials in its arguments or environment, or
    /// its output is searched by patterns. Others read and write lines of JSON.
    public boolean isScript() {
        return script.answers().arePatterns() || template().isOfTrials();
    }

    /// The command line of a trial's first evaluation, as it is typed into a shell; empty where all have the
    /// same.
    public Optional<String> shown(Trial trial) {
        return isScript()
                ? Optional.of(template().shown(new Filling(trial, 0, Request.seed(trial, 0), Worker.current())))
                : Optional.empty();
    }

    /// The failure of an evaluation whose program ended; unless it is ssh that could not reach its host, which
    /// says nothing of the trial.
    ///
    /// @param how for people, with the exit code
    /// @param error the last line that it wrote to standard error
    EvaluationException ended(String how, int exitCode, Optional<String> error) {
        if (exitCode == SSH_FAILED && isSsh()) {
            return new UnreachableException(error.map(Answer::shown).orElse("ssh ended with exit code " + exitCode));
        }
        return new EvaluationException(
                how + error.map(line -> ": " + Answer.shown(line)).orElse(""));
    }

    private boolean isSsh() {
        Path file = Path.of(command.getFirst()).getFileName();
        return file != null && (file.toString().equals("ssh") || file.toString().equals("ssh.exe"));
    }

    /// The failure of an evaluation that was not over in time.
    EvaluationException tooLong() {
        return new EvaluationException(
                "the program took longer than " + seconds(timeout().orElse(Duration.ZERO)) + " and was killed");
    }

    /// The reason why an answer does not count that comes without epochs.
    String noEpoch() {
        return "it told no epoch before its answer, and objective.epochs is " + steps.epochs() + "; wanted is "
                + (script.answers().epoch() == null
                        ? "a line such as {\"epoch\": 1, \"value\": 0.8} after each"
                        : "a line after each in which objective.epoch finds the value");
    }

    /// The reason why a value is no score.
    static String noScore(double value) {
        return "its value is " + value + ", and a finite number is wanted, of size 1e300 at most";
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
    }
}
