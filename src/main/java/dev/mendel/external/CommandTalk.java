package dev.mendel.external;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.Pool.Server;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.Trial;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// An evaluation by a program that is asked in lines of JSON. A process that dies over it after it has answered
/// others is replaced, and the new one asked once more from the beginning.
final class CommandTalk implements ProgramAttempt.Telling {
    private static final Logger LOG = LogManager.getLogger(CommandTalk.class);

    private final CommandObjective objective;
    private final Pool pool;
    private final CommandSettings settings;
    private final Trial trial;
    private final int repeat;
    private @Nullable Server held;
    private @Nullable Conversation conversation;

    /// @param known a process that has answered before; null where one is to be started
    CommandTalk(CommandObjective objective, Pool pool, Trial trial, int repeat, @Nullable Server known) {
        this.objective = objective;
        this.pool = pool;
        this.settings = objective.settings();
        this.trial = trial;
        this.repeat = repeat;
        held = known;
    }

    @Override
    public Optional<Answer.Valued> listen(int epochs, long deadline) throws EvaluationException, InterruptedException {
        Server server = held == null ? started() : held;
        Conversation talk = conversation == null ? asked(server) : conversation;
        talk.listen(epochs, deadline);
        if (talk.failed() && server.proven()) {
            LOG.info("trial {}: its process has no answer to it and is replaced", trial.id());
            pool.end(server);
            server = started();
            talk = asked(server);
            talk.listen(epochs, deadline);
        }
        if (talk.failed()) {
            Thread.sleep(CommandObjective.MOMENT);
            throw talk.failure();
        }
        return talk.isPaused() ? Optional.empty() : Optional.of(answer(talk, server));
    }

    private Server started() throws EvaluationException {
        held = null;
        Server server = objective.start(trial, repeat);
        held = server;
        return server;
    }

    private Conversation asked(Server server) {
        var begun = new Conversation(server.child(), settings, trial, repeat);
        conversation = begun;
        return begun;
    }

    private Answer.Valued answer(Conversation talk, Server server) throws EvaluationException {
        held = null;
        if (talk.over()) {
            pool.end(server);
        } else {
            pool.give(server.proven(objective.quiet(talk.tied())));
        }
        return switch (talk.answer()) {
            case Answer.Valued valued -> valued;
            case Answer.GivenUp(String reason, boolean _) ->
                throw new EvaluationException("the program gave up: " + reason);
            case Answer.Malformed(String why) -> throw new EvaluationException(why);
            case Answer.Intermediate _, Answer.Late _ ->
                throw new IllegalStateException("a conversation ends with an answer");
        };
    }

    @Override
    public Curve curve() {
        return conversation == null ? new Curve() : conversation.curve();
    }

    @Override
    public void stop() {
        Server server = held;
        held = null;
        if (server == null) {
            return;
        }
        if (conversation == null) {
            pool.give(server);
            return;
        }
        boolean told = conversation.stop();
        if (told && settings.processes() == Processes.PER_WORKER) {
            pool.give(server.proven(System.nanoTime()));
        } else if (told) {
            pool.dismiss(server);
        } else {
            pool.end(server);
        }
    }
}
