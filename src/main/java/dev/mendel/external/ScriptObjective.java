package dev.mendel.external;

import dev.mendel.external.script.CommandTemplate;
import dev.mendel.external.script.Filling;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Stepwise;
import dev.mendel.trial.Trial;
import dev.mendel.trial.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program as objective that knows nothing of Mendel: each evaluation runs it once, with the configuration in
/// its arguments or environment, and its value is in what it writes. The scores of its results are its own
/// values, whichever of them are better. It reads nothing on standard input; another exit code than 0 makes the
/// evaluation a failed one.
public final class ScriptObjective implements Stepwise {
    /// The longest line, in characters.
    private static final int LONGEST_LINE = 1_000_000;

    private final CommandSettings settings;
    private final CommandTemplate template;
    private final String program;
    private final Warden warden = Warden.here();

    /// @throws ObjectiveException if there is no such program or directory
    public ScriptObjective(CommandSettings settings) throws ObjectiveException {
        this.settings = settings;
        template = settings.template();
        program = Programs.find(settings.command().getFirst(), settings.directory())
                .toString();
    }

    @Override
    public int folds() {
        return settings.repeats();
    }

    @Override
    public int epochs() {
        return settings.steps().epochs();
    }

    @Override
    public Attempt begin(Trial trial, int repeat) {
        return new ProgramAttempt(new ScriptTalk(this, settings, trial, repeat), settings);
    }

    @Override
    public void close() {
        warden.close();
    }

    /// A new process for an evaluation.
    Child start(Trial trial, int repeat) throws EvaluationException {
        var filling = new Filling(trial, repeat, Request.seed(trial, repeat), Worker.current());
        List<String> command = new ArrayList<>(template.command(filling));
        command.set(0, program);
        Map<String, Optional<String>> environment = template.variables(filling);
        boolean merged = settings.script().answers().arePatterns();
        try {
            return Child.start(
                    new Program(command, settings.directory(), environment, merged),
                    "trial " + trial.id(),
                    warden,
                    LONGEST_LINE);
        } catch (IOException e) {
            throw new EvaluationException("the program can't be started: " + e.getMessage(), e);
        }
    }
}
