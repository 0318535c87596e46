package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.external.script.Answers;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.UnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs that know nothing of Mendel, written for the shell.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ScriptObjectiveTest {
    @TempDir
    Path folder;

    private FoldResult run(CommandSettings settings) throws Exception {
        try (var objective = new ScriptObjective(settings)) {
            return objective.evaluate(
                    Trial.of(new TrialId(7), new Configuration(Map.of("x", new Value.Real(0.25))), new Seed(1)), 0);
        }
    }

    private CommandSettings settings(List<String> command, Script script, @Nullable Duration limit) {
        return new CommandSettings(command, folder, Processes.PER_TRIAL, 1, null, limit, script);
    }

    private FoldResult sh(String text) throws Exception {
        return run(settings(List.of("sh", "-c", text, "sh", "{x}"), Script.NONE, null));
    }

    private FoldResult sh(String text, @Nullable String answer, @Nullable String epoch) throws Exception {
        return run(settings(
                List.of("sh", "-c", text, "sh", "{x}"), new Script(Map.of(), new Answers(answer, epoch)), null));
    }

    @Test
    void theLastLineThatIsANumberCounts() throws Exception {
        assertThat(sh("echo start; echo 5; echo $1; echo done").score().value()).isEqualTo(0.25);
    }

    @Test
    void anAnswerInJsonCountsWithItsValuesAndEpochs() throws Exception {
        FoldResult result = sh("""
                echo '{"epoch": 1, "loss": 3}'; echo '{"value": 2, "values": {"size": 9}}'; echo '{"config": 1}'""");
        assertThat(result.score().value()).isEqualTo(2);
        assertThat(result.measures()).containsExactly(entry("size", 9.0));
        assertThat(result.epochs()).containsExactly(new Epoch(1, 3));
    }

    @Test
    void aPatternFindsTheValueInBothStreams() throws Exception {
        assertThat(sh("echo acc: 0.1; echo acc: $1 >&2", "acc: (\\S+)", null)
                        .score()
                        .value())
                .isEqualTo(0.25);
    }

    @Test
    void aPatternFindsTheLearningCurve() throws Exception {
        FoldResult result = sh("""
                printf 'e1 train 4\\ne1 test 0.5\\rsome bar\\re2 train 3\\r\\ne2 test 0.6\\n'; echo e1 train 9; echo $1""", null, "e(?<epoch>\\d+) (?:train (?<loss>\\S+)|test (?<acc>\\S+))");
        assertThat(result.epochs())
                .containsExactly(new Epoch(1, 4, Map.of("acc", 0.5)), new Epoch(2, 3, Map.of("acc", 0.6)));
    }

    @Test
    void variablesAreSet() throws Exception {
        var script = new Script(Map.of("RATE", "{x}", "HOME", "{absent}"), Answers.NUMBERS);
        assertThat(run(settings(List.of("sh", "-c", "echo ${HOME-$RATE}"), script, null))
                        .score()
                        .value())
                .isEqualTo(0.25);
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(sh("cat; echo 1").score().value()).isEqualTo(1);
    }

    @Test
    void anotherExitCodeFailsWithTheLastLine() {
        assertFails("echo 5; echo 'unknown option --lr' >&2; exit 3", "ended with exit code 3: unknown option --lr");
        assertFails("echo 5; exit 3", "ended with exit code 3: 5");
    }

    @Test
    void anEndWithoutANumberFails() {
        assertFails("echo almost 5", "no line of its output is a number; its last line is almost 5");
        assertFails("true", "it wrote nothing");
        assertFails("echo nan", "its value is NaN, and a finite number is wanted");
        assertFails("echo '{\"failed\": \"no memory\"}'; echo 5", "gave up: no memory");
        assertThatThrownBy(() -> sh("echo 5", "acc (\\S+)", null)).hasMessageContaining("matches objective.answer");
    }

    @Test
    void oneThatTakesTooLongIsKilled() {
        assertThatThrownBy(() -> run(settings(
                        List.of("sh", "-c", "echo $1; sleep 60", "sh", "{x}"), Script.NONE, Duration.ofSeconds(1))))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("the program took longer than 1 s and was killed");
    }

    @Test
    void aHostThatSshDoesNotReachIsNoFailureOfTheTrial() throws IOException {
        Path ssh = Files.createFile(
                folder.resolve("ssh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(
                ssh, "#!/bin/sh\necho 'ssh: connect to host gpu1 port 22: Connection refused' >&2\nexit $2\n");
        assertThatThrownBy(() -> run(settings(List.of("./ssh", "gpu{worker}", "255", "{x}"), Script.NONE, null)))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("ssh: connect to host gpu1 port 22: Connection refused");
        assertThatThrownBy(() -> run(settings(List.of("./ssh", "gpu{worker}", "2", "{x}"), Script.NONE, null)))
                .isExactlyInstanceOf(EvaluationException.class);
    }

    private void assertFails(String text, String why) {
        assertThatThrownBy(() -> sh(text))
                .isExactlyInstanceOf(EvaluationException.class)
                .hasMessageContaining(why);
    }
}
