package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.CommandSettings.Steps;
import dev.mendel.external.script.Answers;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.Attempt.Progress;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that write an intermediate value after each epoch.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ScriptStepsTest {
    private static final Trial TRIAL =
            Trial.of(new TrialId(7), new Configuration(Map.of("x", new Value.Real(0.25))), new Seed(1));

    @TempDir
    Path folder;

    private ScriptObjective objective(String script, @Nullable String epoch, @Nullable Duration limit)
            throws Exception {
        return new ScriptObjective(new CommandSettings(
                List.of("sh", "-c", script, "sh", "{x}"),
                folder,
                Processes.PER_TRIAL,
                1,
                null,
                limit,
                new Script(Map.of(), new Answers(null, epoch)),
                new Steps(3, false)));
    }

    @Test
    void stepsComeToWhatTheWholeComesTo() throws Exception {
        String script = "for i in 1 2 3; do echo \"epoch $i: 0.$i\"; done; echo $1";
        try (var asked = objective(script, "epoch (\\d+): (\\S+)", null)) {
            FoldResult whole = asked.evaluate(TRIAL, 0);
            try (Attempt attempt = asked.begin(TRIAL, 0)) {
                assertThat(asked.epochs()).isEqualTo(3);
                assertThat(attempt.advance(1)).isEqualTo(new Progress(1, false));
                assertThat(attempt.advance(1)).isEqualTo(new Progress(2, false));
                assertThat(attempt.result().score().value()).isEqualTo(0.2);
                assertThat(attempt.advance(1)).isEqualTo(new Progress(3, true));
                assertThat(attempt.result().score()).isEqualTo(whole.score());
                assertThat(attempt.result().epochs()).isEqualTo(whole.epochs()).hasSize(3);
            }
        }
    }

    @Test
    void anEpochIsToldWithTheLineThatHasItsValue() throws Exception {
        String script =
                "echo 'epoch 1: loss 3'; echo 'epoch 1: value 5'; echo 'epoch 1: other 7'; echo 'epoch 2: loss 2';"
                        + " echo 'epoch 3: loss 1'; echo $1";
        String pattern = "epoch (?<epoch>\\d+): (?:loss (?<loss>\\S+)|value (?<value>\\S+)|other (?<other>\\S+))";
        try (var asked = objective(script, pattern, null);
                Attempt attempt = asked.begin(TRIAL, 0)) {
            attempt.advance(1);
            assertThat(attempt.result().score().value()).isEqualTo(5);
            attempt.advance(1);
            assertThatThrownBy(attempt::result)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("it told no value after epoch 3");
            assertThat(attempt.complete().epochs().getFirst().measures()).isEqualTo(Map.of("value", 5.0, "other", 7.0));
        }
    }

    @Test
    void anEndWithoutAnyEpochIsAFailure() throws Exception {
        try (var asked = objective("echo 'step 1: 3'; echo $1", "epoch (\\d+): (\\S+)", null)) {
            assertThatThrownBy(() -> asked.evaluate(TRIAL, 0))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("it told no epoch before its answer, and objective.epochs is 3; wanted is a line after"
                            + " each in which objective.epoch finds the value");
        }
    }

    @Test
    void aScriptIsKilledWhereItIsStopped() throws Exception {
        String script = "echo $$ > process; echo '{\"epoch\": 1, \"value\": 2}'; sleep 1000";
        try (var asked = objective(script, null, null)) {
            try (Attempt attempt = asked.begin(TRIAL, 0)) {
                attempt.advance(1);
                assertThat(attempt.result().score().value()).isEqualTo(2);
            }
            long pid =
                    Long.parseLong(Files.readString(folder.resolve("process")).strip());
            for (int i = 0;
                    i < 250
                            && ProcessHandle.of(pid)
                                    .filter(ProcessHandle::isAlive)
                                    .isPresent();
                    i++) {
                Thread.sleep(20);
            }
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void theTimeoutCountsWhatIsSpentInSteps() throws Exception {
        String script = "for i in 1 2; do echo \"{\\\"epoch\\\": $i, \\\"value\\\": 2}\"; sleep 1000; done";
        try (var asked = objective(script, null, Duration.ofMillis(1500));
                Attempt attempt = asked.begin(TRIAL, 0)) {
            attempt.advance(1);
            Thread.sleep(1600);
            assertThat(attempt.result().time()).isLessThan(Duration.ofMillis(1500));
            assertThatThrownBy(() -> attempt.advance(1))
                    .hasMessage("the program took longer than 1.5 s and was killed")
                    .satisfies(thrown -> assertThat(
                                    ((EvaluationException) thrown).time().orElseThrow())
                            .isBetween(Duration.ofMillis(1499), Duration.ofMillis(1900)));
        }
    }

    @Test
    void aScriptThatDiesMidwayFails() throws Exception {
        try (var asked = objective("echo '{\"epoch\": 1, \"value\": 2}'; echo bad >&2; exit 3", null, null);
                Attempt attempt = asked.begin(TRIAL, 0)) {
            assertThat(attempt.advance(1)).isEqualTo(new Progress(1, false));
            assertThatThrownBy(() -> attempt.advance(1))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("the program ended with exit code 3: bad");
        }
    }
}
