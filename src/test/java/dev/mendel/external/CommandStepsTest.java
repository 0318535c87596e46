package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.CommandSettings.Steps;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.Attempt.Progress;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs that tell a value after each epoch, some of which wait to be told whether to go on.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "python3 has another name there")
class CommandStepsTest {
    /// Tells `x + epoch` after each epoch, and the last of them as its value; writes down its process and what
    /// it reads.
    private static final String HEAD = """
            import json, os, sys, time
            def note(file, text):
                with open(file, "a") as out: print(text, file=out)
            note("started", os.getpid())
            def say(**answer): print(json.dumps(answer), flush=True)
            for line in sys.stdin:
                request = json.loads(line)
                note("read", line.strip())
                trial, x = request["trial"], request["configuration"]["x"]
                tied = {"trial": trial, "repeat": request["repeat"]}
                epochs = request.get("epochs", 4)
                for epoch in range(1, epochs + 1):
            """;

    private static final String LISTENS = HEAD + """
                    say(**tied, epoch=epoch, value=x + epoch)
                    decision = sys.stdin.readline()
                    note("read", decision.strip())
                    if json.loads(decision).get("stop"): break
                else:
                    say(**tied, value=x + epochs, values={"size": x})
            """;

    private static final String RUNS_AHEAD = HEAD + """
                    say(**tied, epoch=epoch, value=x + epoch)
                say(**tied, value=x + epochs)
            """;

    @TempDir
    Path folder;

    private @Nullable CommandObjective objective;

    @AfterEach
    void close() {
        if (objective != null) {
            objective.close();
        }
    }

    private CommandObjective python(Processes processes, Steps steps, @Nullable Duration limit, String program)
            throws Exception {
        Files.writeString(folder.resolve("train.py"), program);
        objective = new CommandObjective(
                new CommandSettings(List.of("python3", "train.py"), folder, processes, 1, null, limit).with(steps));
        return objective;
    }

    private CommandObjective listening(String program) throws Exception {
        return python(Processes.PER_WORKER, new Steps(4, true), null, program);
    }

    private CommandObjective ahead(String program) throws Exception {
        return python(Processes.PER_WORKER, new Steps(4, false), null, program);
    }

    private static Trial trial(int number) {
        return Trial.of(new TrialId(number), new Configuration(Map.of("x", new Value.Real(number))), new Seed(1));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private static void assertGone(String pid) throws InterruptedException {
        for (int i = 0; i < 250 && lives(pid); i++) {
            Thread.sleep(20);
        }
        assertThat(lives(pid)).isFalse();
    }

    private static boolean lives(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static FoldResult untimed(FoldResult result) {
        return new FoldResult(result.score(), result.measures(), result.epochs(), Duration.ZERO);
    }

    @Test
    void stepsComeToWhatTheWholeComesTo() throws Exception {
        for (CommandObjective asked : List.of(listening(LISTENS), ahead(RUNS_AHEAD))) {
            assertThat(asked.epochs()).isEqualTo(4);
            FoldResult whole = asked.evaluate(trial(1), 0);
            try (Attempt attempt = asked.begin(trial(1), 0)) {
                for (int epoch = 1; epoch < 4; epoch++) {
                    assertThat(attempt.advance(1)).isEqualTo(new Progress(epoch, false));
                    assertThat(attempt.result().score().value()).isEqualTo(1.0 + epoch);
                    assertThat(attempt.result().epochs())
                            .isEqualTo(whole.epochs().subList(0, epoch));
                }
                assertThat(attempt.advance(1)).isEqualTo(new Progress(4, true));
                assertThat(attempt.advance(1)).isEqualTo(new Progress(4, true));
                assertThat(untimed(attempt.result())).isEqualTo(untimed(whole));
            }
            asked.close();
        }
    }

    @Test
    void aProgramThatListensIsToldWhetherToGoOn() throws Exception {
        var asked = listening(LISTENS);
        try (Attempt attempt = asked.begin(trial(7), 0)) {
            attempt.advance(2);
        }
        asked.evaluate(trial(8), 0);
        assertThat(lines("read").get(0))
                .startsWith("{\"trial\":7,\"repeat\":0,\"seed\":")
                .contains(",\"epochs\":4,");
        assertThat(lines("read").subList(1, 3))
                .containsExactly(
                        "{\"trial\":7,\"repeat\":0,\"continue\":true}", "{\"trial\":7,\"repeat\":0,\"stop\":true}");
        assertThat(lines("read").get(3)).startsWith("{\"trial\":8,");
        assertThat(lines("read").subList(4, 8)).containsOnly("{\"trial\":8,\"repeat\":0,\"continue\":true}");
        assertThat(lines("read")).hasSize(8);
        assertThat(lines("started")).hasSize(1);
    }

    @Test
    void aProgramThatEndsWhenItIsStoppedIsStartedAgain() throws Exception {
        var asked = listening(LISTENS.replace(": break", ": sys.exit(0)"));
        for (int number = 1; number <= 3; number++) {
            try (Attempt attempt = asked.begin(trial(number), 0)) {
                attempt.advance(1);
            }
        }
        assertThat(asked.evaluate(trial(4), 0).score().value()).isEqualTo(8);
    }

    @Test
    void aStoppedProgramThatAnswersAllTheSameFailsNoOtherTrial() throws Exception {
        var asked = listening(LISTENS.replace(": break", ": time.sleep(0.1); say(**tied, value=99); break"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            attempt.advance(1);
        }
        assertThat(asked.evaluate(trial(2), 0).score().value()).isEqualTo(6);
    }

    @Test
    void aStoppedProgramWhoseLinesNameNoRequestIsEnded() throws Exception {
        var asked = listening(LISTENS.replace("say(**tied, ", "say("));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            attempt.advance(1);
        }
        assertGone(lines("started").getFirst());
        assertThat(asked.evaluate(trial(2), 0).score().value()).isEqualTo(6);
    }

    @Test
    void aLoneProcessThatListensIsToldAndEnds() throws Exception {
        var asked = python(Processes.PER_TRIAL, new Steps(4, true), null, LISTENS);
        assertThat(asked.evaluate(trial(1), 0).score().value()).isEqualTo(5);
        try (Attempt attempt = asked.begin(trial(2), 0)) {
            attempt.advance(3);
        }
        assertThat(lines("read").getLast()).isEqualTo("{\"trial\":2,\"repeat\":0,\"stop\":true}");
        assertThat(lines("started")).hasSize(2);
        assertGone(lines("started").getLast());
    }

    @Test
    void aProgramThatDoesNotListenIsKilledWhereItIsStopped() throws Exception {
        var asked = ahead(RUNS_AHEAD.replace("    say(**tied, value", "    time.sleep(1000)\n    say(**tied, value"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            assertThat(attempt.advance(3)).isEqualTo(new Progress(3, false));
            assertThat(lives(lines("started").getFirst())).isTrue();
        }
        assertGone(lines("started").getFirst());
    }

    @Test
    void manyEvaluationsWaitAtOnceEachWithAProcessAndAnyThreadGoesOn() throws Exception {
        var asked = listening(LISTENS);
        List<Attempt> attempts = List.of(asked.begin(trial(1), 0), asked.begin(trial(2), 0), asked.begin(trial(3), 0));
        for (Attempt attempt : attempts) {
            attempt.advance(1);
        }
        for (int i = 0; i < 3; i++) {
            Attempt attempt = attempts.get(i);
            var elsewhere = new CompletableFuture<FoldResult>();
            Thread.ofPlatform()
                    .start(() -> Worker.run(9, () -> {
                        try {
                            elsewhere.complete(attempt.complete());
                        } catch (EvaluationException | InterruptedException e) {
                            elsewhere.completeExceptionally(e);
                        }
                    }));
            assertThat(elsewhere.get().score().value()).isEqualTo(5.0 + i);
            attempt.close();
        }
        assertThat(asked.evaluate(trial(4), 0).score().value()).isEqualTo(8);
        assertThat(lines("started")).hasSize(3);
    }

    @Test
    void anEvaluationThatIsNotAdvancedAsksNothing() throws Exception {
        var asked = listening(LISTENS);
        asked.evaluate(trial(1), 0);
        Attempt attempt = asked.begin(trial(2), 0);
        assertThatThrownBy(attempt::result).isInstanceOf(IllegalStateException.class);
        attempt.close();
        asked.evaluate(trial(3), 0);
        assertThat(lines("started")).hasSize(1);
        assertThat(lines("read")).noneMatch(line -> line.contains("\"trial\":2"));
    }

    @Test
    void aProgramMayHaveFewerEpochs() throws Exception {
        var asked = listening(LISTENS.replace("request.get(\"epochs\", 4)", "3"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            assertThat(attempt.advance(2)).isEqualTo(new Progress(2, false));
            assertThat(attempt.advance(2)).isEqualTo(new Progress(3, true));
            assertThat(attempt.result().score().value()).isEqualTo(4);
        }
    }

    @Test
    void aProgramMayHaveMoreEpochsThanAreSaid() throws Exception {
        var asked = listening(LISTENS.replace("request.get(\"epochs\", 4)", "6"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            assertThat(attempt.advance(3)).isEqualTo(new Progress(3, false));
            assertThat(attempt.advance(1)).isEqualTo(new Progress(6, true));
            assertThat(attempt.result().score().value()).isEqualTo(7);
        }
    }

    @Test
    void aProgramThatDoesNotReadWhatItIsToldComesToTheSame() throws Exception {
        var asked = listening(RUNS_AHEAD);
        for (int number = 1; number <= 3; number++) {
            assertThat(asked.evaluate(trial(number), 0).score().value()).isEqualTo(4.0 + number);
        }
    }

    @Test
    void anEpochWithoutAValueHasNoResultAndGoesOn() throws Exception {
        var asked = ahead(RUNS_AHEAD.replace(
                "epoch=epoch, value=x + epoch",
                "epoch=epoch, **([{}, {'value': float('nan')}, {'value': 7}][epoch % 3])"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            attempt.advance(1);
            assertThatThrownBy(attempt::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("after epoch 1 its value is NaN, and a finite number is wanted, of size 1e300 at most");
            attempt.advance(1);
            assertThat(attempt.result().score().value()).isEqualTo(7);
            attempt.advance(1);
            assertThatThrownBy(attempt::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("it told no value after epoch 3, by which the evaluation could be judged, but wrote"
                            + " {\"trial\": 1, \"repeat\": 0, \"epoch\": 3}; wanted is a number as `value` in the line"
                            + " of each epoch");
            assertThat(attempt.complete().score().value()).isEqualTo(5);
        }
    }

    @Test
    void anEpochWhoseValueIsNoNumberIsShown() throws Exception {
        var asked = listening(LISTENS.replace("epoch=epoch, value=x + epoch", "epoch=epoch, value='high'"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            attempt.advance(1);
            assertThatThrownBy(attempt::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("but wrote {\"trial\": 1, \"repeat\": 0, \"epoch\": 1, \"value\": \"high\"};"
                            + " wanted is a number as `value`");
        }
    }

    @Test
    void epochsThatAreNotCountedUpwardsAreAFailure() throws Exception {
        for (String epoch : List.of("(epoch + 1) // 2", "5 - epoch")) {
            var asked = listening(LISTENS.replace("epoch=epoch", "epoch=" + epoch));
            try (Attempt attempt = asked.begin(trial(1), 0)) {
                attempt.advance(1);
                assertThatThrownBy(() -> attempt.advance(1))
                        .isInstanceOf(EvaluationException.class)
                        .hasMessageMatching("it wrote \\{.*} after epoch \\d; epochs are counted upwards");
            }
            assertGone(lines("started").getLast());
            asked.close();
        }
    }

    @Test
    void anAnswerWithoutAnyEpochIsAFailure() throws Exception {
        for (String program : List.of(LISTENS, RUNS_AHEAD)) {
            var asked = program.equals(LISTENS) ? listening(untold(program)) : ahead(untold(program));
            assertThatThrownBy(() -> asked.evaluate(trial(1), 0))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage(
                            "it told no epoch before its answer, and objective.epochs is 4; wanted is a line such as"
                                    + " {\"epoch\": 1, \"value\": 0.8} after each");
            asked.close();
        }
    }

    /// The program without epochs.
    private static String untold(String program) {
        return program.replace("range(1, epochs + 1)", "range(0)");
    }

    @Test
    void theTimeoutCountsWhatIsSpentInSteps() throws Exception {
        var asked = python(
                Processes.PER_WORKER,
                new Steps(4, true),
                Duration.ofSeconds(3),
                LISTENS.replace(
                        "        say(**tied, epoch", "        time.sleep(x * 0.01)\n        say(**tied, epoch"));
        try (Attempt attempt = asked.begin(trial(1), 0)) {
            attempt.advance(1);
            Thread.sleep(3500);
            assertThat(attempt.complete().time()).isLessThan(Duration.ofSeconds(3));
        }
        try (Attempt attempt = asked.begin(trial(110), 0)) {
            attempt.advance(2);
            assertThatThrownBy(() -> attempt.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("the program took longer than 3 s and was killed");
            assertThatThrownBy(attempt::result).isInstanceOf(EvaluationException.class);
        }
        assertGone(lines("started").getLast());
    }

    @Test
    void aProcessThatDiesMidwayIsReplacedOnlyIfItHasAnsweredBefore() throws Exception {
        String dies =
                "if epoch == 3 and (x == 2 or len(open('started').readlines()) == 1): sys.exit(5)\n        say(**tied, epoch";
        var asked = listening(LISTENS.replace("    say(**tied, epoch", "    " + dies));
        try (Attempt attempt = asked.begin(trial(2), 0)) {
            attempt.advance(2);
            assertThatThrownBy(() -> attempt.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("the program ended without an answer, with exit code 5");
        }
        Files.delete(folder.resolve("started"));
        asked = listening(Files.readString(folder.resolve("train.py")));
        stop(asked, 1);
        try (Attempt attempt = asked.begin(trial(3), 0)) {
            attempt.advance(2);
            assertThat(attempt.advance(1)).isEqualTo(new Progress(3, false));
            assertThat(attempt.result().score().value()).isEqualTo(6);
            assertThat(attempt.complete().epochs()).hasSize(4);
        }
        assertThat(lines("started")).hasSize(2);
    }

    private static void stop(CommandObjective asked, int number) throws Exception {
        try (Attempt attempt = asked.begin(trial(number), 0)) {
            attempt.advance(1);
        }
    }

    @Test
    void closingTheObjectiveEndsWhatWaits() throws Exception {
        var asked = listening(LISTENS);
        Attempt attempt = asked.begin(trial(1), 0);
        attempt.advance(1);
        asked.close();
        assertGone(lines("started").getFirst());
        attempt.close();
    }
}
