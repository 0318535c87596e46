package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs of all manners, good and bad, written for the shell.
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class CommandObjectiveTest {
    @TempDir
    Path folder;

    private @Nullable CommandObjective objective;

    @AfterEach
    void close() {
        if (objective != null) {
            objective.close();
        }
    }

    private CommandObjective objective(Processes processes, @Nullable Duration limit, String script)
            throws ObjectiveException {
        objective = new CommandObjective(
                new CommandSettings(List.of("sh", "-c", script), folder, processes, 3, null, limit));
        return objective;
    }

    private CommandObjective lasting(String script) throws ObjectiveException {
        return objective(Processes.PER_WORKER, null, script);
    }

    private CommandObjective lone(String script) throws ObjectiveException {
        return objective(Processes.PER_TRIAL, null, script);
    }

    private static Trial trial(int number) {
        return Trial.of(new TrialId(number), new Configuration(Map.of("x", new Value.Real(number))), new Seed(1));
    }

    private static double value(CommandObjective asked, int number) throws Exception {
        return asked.evaluate(trial(number), 0).score().value();
    }

    private static void assertFails(CommandObjective asked, int number, String why) {
        assertThatThrownBy(() -> asked.evaluate(trial(number), 0))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining(why);
    }

    /// How many processes were started by a script that begins with `echo $$ >> started`.
    private long started() throws IOException {
        return Files.readAllLines(folder.resolve("started")).size();
    }

    @Test
    void aProgramIsAskedInLinesOfJson() throws Exception {
        var asked = lasting("while read -r line; do echo \"$line\" >> asked; echo '{\"value\": 1}'; done");
        asked.evaluate(trial(7), 0);
        asked.evaluate(trial(7), 2);
        List<String> lines = Files.readAllLines(folder.resolve("asked"));
        assertThat(lines.getFirst())
                .matches("\\{\"trial\":7,\"repeat\":0,\"seed\":[0-9]{1,10},\"configuration\":\\{\"x\":7.0}}");
        assertThat(lines.get(1)).startsWith("{\"trial\":7,\"repeat\":2,");
        assertThat(lines.get(1).replaceAll("\"repeat\":.,", ""))
                .isNotEqualTo(lines.getFirst().replaceAll("\"repeat\":.,", ""));
    }

    @Test
    void aProcessAnswersOneRequestAfterTheOther() throws Exception {
        var asked = lasting(
                "echo $$ >> started; n=0; while read -r line; do n=$((n+1)); echo \"{\\\"value\\\": $n}\"; done");
        assertThat(List.of(value(asked, 1), value(asked, 2), value(asked, 3))).containsExactly(1.0, 2.0, 3.0);
        assertThat(started()).isEqualTo(1);
    }

    @Test
    void aProcessMayBeForOneTrialOnly() throws Exception {
        var asked = lone("echo $$ >> started; cat > /dev/null; echo '{\"value\": 1}'");
        assertThat(value(asked, 1) + value(asked, 2)).isEqualTo(2);
        assertThat(started()).isEqualTo(2);
    }

    @Test
    void whatIsMeasuredOnTheWayIsKept() throws Exception {
        FoldResult result = lasting("""
                read -r line
                echo '{"epoch": 1, "value": 0.5}'
                echo
                echo '{"epoch": 2, "value": 0.7, "loss": 0.1}'
                echo '{"value": 0.7, "values": {"parameters": 12}}'
                """).evaluate(trial(1), 0);
        assertThat(result.epochs())
                .containsExactly(
                        new FoldResult.Epoch(1, Double.NaN, Map.of("value", 0.5)),
                        new FoldResult.Epoch(2, 0.1, Map.of("value", 0.7)));
        assertThat(result.measures()).isEqualTo(Map.of("parameters", 12.0));
        assertThat(result.time()).isPositive();
    }

    @Test
    void epochsThatDoNotRiseAreAFailure() throws ObjectiveException {
        assertFails(
                lasting("read -r line; echo '{\"epoch\": 2}'; echo '{\"epoch\": 2}'; echo '{\"value\": 1}'"),
                1,
                "it wrote {\"epoch\": 2} after epoch 2; epochs are counted upwards");
    }

    @Test
    void whatIsNoAnswerIsAFailureAndTheProcessReplaced() throws Exception {
        var asked = lasting(
                "echo $$ >> started; while read -r line; do case $line in *:1,*) echo hello; echo '{\"value\": 8}';; "
                        + "*) echo '{\"value\": 9}';; esac; done");
        assertFails(asked, 1, "it wrote hello, which is not a line of JSON");
        assertThat(value(asked, 2)).isEqualTo(9);
        assertThat(started()).isEqualTo(2);
    }

    @Test
    void noFiniteNumberIsAFailureAndTheProcessKept() throws Exception {
        var asked = lasting("echo $$ >> started; while read -r line; do case $line in *:1,*) echo '{\"value\": NaN}';; "
                + "*:2,*) echo '{\"failed\": \"tired\"}';; *) echo '{\"value\": 9}';; esac; done");
        assertFails(asked, 1, "its value is NaN, and a finite number is wanted");
        assertFails(asked, 2, "the program gave up: tired");
        assertThat(value(asked, 3)).isEqualTo(9);
        assertThat(started()).isEqualTo(1);
    }

    @Test
    void aCrashIsAFailureAndTheNextTrialHasANewProcess() throws Exception {
        var asked = lasting("while read -r line; do case $line in *:2,*) echo begins >&2; echo no memory >&2; exit 3;; "
                + "*) echo '{\"value\": 9}';; esac; done");
        assertThat(value(asked, 1)).isEqualTo(9);
        assertFails(asked, 2, "the program ended without an answer, with exit code 3: no memory");
        assertThat(value(asked, 3)).isEqualTo(9);
    }

    @Test
    void aProcessThatDiesOfWhatItDidBeforeIsNoFailure() throws Exception {
        var asked = lasting("echo $$ >> started; read -r line; echo '{\"value\": 9}'; read -r line; exit 1");
        assertThat(value(asked, 1) + value(asked, 2) + value(asked, 3)).isEqualTo(27);
        assertThat(started()).isEqualTo(3);
    }

    @Test
    void aSecondAnswerIsNotTakenForTheNextTrial() throws Exception {
        // the second one comes when the next question has been asked
        var asked = lasting("""
                late=
                while read -r line; do
                  trial=$(echo "$line" | sed 's/.*"trial":\\([0-9]*\\).*/\\1/')
                  [ -z "$late" ] || echo "{\\"trial\\": $late, \\"value\\": 2}"
                  echo "{\\"trial\\": $trial, \\"value\\": 1}"
                  late=$trial
                done""");
        assertThat(value(asked, 1)).isEqualTo(1);
        assertThat(value(asked, 2)).isEqualTo(1);
        assertThat(value(asked, 3)).isEqualTo(1);
    }

    @Test
    void aSecondAnswerThatCameBeforeTheNextQuestionIsNotTakenForItsAnswer() throws Exception {
        var asked = lasting("while read -r line; do echo '{\"value\": 1}'; echo '{\"value\": 2}'; done");
        value(asked, 1);
        Thread.sleep(300);
        assertThat(value(asked, 2)).isEqualTo(1);
    }

    @Test
    void aSecondAnswerThatComesALittleLaterIsNotTakenForTheNextOne() throws Exception {
        var asked = lasting("while read -r line; do echo '{\"value\": 1}'; sleep 0.01; echo '{\"value\": 2}'; done");
        for (int number = 1; number <= 3; number++) {
            assertThat(value(asked, number)).isEqualTo(1);
        }
    }

    @Test
    void anAnswerToAnotherRequestIsAFailure() throws Exception {
        var asked = lasting("while read -r line; do echo '{\"trial\": 4, \"repeat\": 0, \"value\": 1}'; done");
        assertThat(value(asked, 4)).isEqualTo(1);
        assertFails(asked, 5, "which answers another question: it was asked for trial 5, repeat 0");
        assertThat(value(asked, 4)).isEqualTo(1);
    }

    @Test
    void aLineWithoutAnEndIsAFailure() throws Exception {
        var asked = lasting("read -r line; while :; do printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done");
        assertFails(asked, 1, "it wrote a line of more than 1000000 characters: xxxx");
    }

    @Test
    void linesWithoutAnEndAreAFailure() throws Exception {
        assertFails(
                lasting("read -r line; while :; do echo; done"),
                1,
                "it wrote more than 100000 lines without an answer");
        assertFails(
                lasting("read -r line; i=0; while :; do i=$((i+1)); echo \"{\\\"epoch\\\": $i}\"; done"),
                1,
                "it wrote more than 100000 lines without an answer");
    }

    @Test
    void linesThatNobodyAskedForWaitUnread() throws Exception {
        var asked = lasting("read -r line; echo '{\"value\": 1}'; while :; do echo '{\"value\": 2}'; done");
        for (int number = 1; number <= 3; number++) {
            assertThat(value(asked, number)).isEqualTo(1);
        }
    }

    @Test
    void aLongRequestReachesALoneProcessWhole() throws Exception {
        var asked = lone("wc -c | { read -r count; echo \"{\\\"value\\\": $count}\"; }");
        var text = new Configuration(Map.of("x", new Value.Text("x".repeat(1_000_000))));
        assertThat(asked.evaluate(Trial.of(new TrialId(1), text, new Seed(1)), 0)
                        .score()
                        .value())
                .isBetween(1_000_050.0, 1_000_100.0);
    }

    @Test
    void aLongRequestThatIsNotReadStopsNobody() throws Exception {
        var asked = objective(Processes.PER_WORKER, Duration.ofMillis(1500), "sleep 1000");
        var text = new Configuration(Map.of("x", new Value.Text("x".repeat(1_000_000))));
        assertThatThrownBy(() -> asked.evaluate(Trial.of(new TrialId(1), text, new Seed(1)), 0))
                .hasMessage("the program took longer than 1.5 s and was killed");
    }

    @Test
    void aProgramThatClosesItsOutputAndGoesOnIsKilled() throws Exception {
        assertFails(
                lasting("read -r line; exec >&-; sleep 1000"),
                1,
                "the program closed its output without an answer and went on; it was killed");
    }

    @Test
    void aLoneProcessHasToEndWell() throws ObjectiveException {
        assertFails(
                lone("cat > /dev/null; echo '{\"value\": 1}'; echo bad >&2; exit 4"),
                1,
                "the program answered, but ended with exit code 4: bad");
        assertFails(
                lone("cat > /dev/null; echo '{\"value\": 1}'; echo '{\"value\": 2}'"),
                1,
                "after its answer it wrote {\"value\": 2}");
        assertFails(lone("exit 0"), 1, "the program ended without an answer, with exit code 0");
    }

    @Test
    void aProgramThatTakesTooLongIsKilledWithAllItStarted() throws Exception {
        var asked = objective(
                Processes.PER_WORKER, Duration.ofMillis(1500), "sleep 1000 & echo $! > sleeper; read -r line; wait");
        assertFails(asked, 1, "the program took longer than 1.5 s and was killed");
        assertThat(sleeper()).isFalse();
    }

    /// Leaves a process behind that is nobody's child.
    private static final String LEAVES = "sh -c 'sleep 1000 > /dev/null & echo $! > sleeper'; ";

    @Test
    void whatAProgramLeftBehindEndsWithAnEvaluationThatTakesTooLong() throws Exception {
        var asked = objective(Processes.PER_WORKER, Duration.ofMillis(1500), "read -r line; " + LEAVES + "sleep 1000");
        assertFails(asked, 1, "the program took longer than 1.5 s and was killed");
        assertThat(sleeper()).isFalse();
    }

    @Test
    void whatALoneProcessLeftBehindEndsWithIt() throws Exception {
        assertThat(value(lone(LEAVES + "cat > /dev/null; echo '{\"value\": 1}'"), 1))
                .isEqualTo(1);
        assertThat(sleeper()).isFalse();
    }

    @Test
    void whatAProgramLeftBehindEndsWithTheRun() throws Exception {
        var asked = lasting("while read -r line; do " + LEAVES + "echo '{\"value\": 1}'; done");
        value(asked, 1);
        assertThat(sleeper()).isTrue();
        asked.close();
        assertThat(sleeper()).isFalse();
    }

    @Test
    void aProcessGroupOfItsOwnEndsToo() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash gives each job a group of its own");
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "members of a session are found in /proc");
        var asked = lasting("while read -r line; do "
                + "bash -c 'set -m; sleep 1000 > /dev/null 2>&1 & echo $! > sleeper'; echo '{\"value\": 1}'; done");
        value(asked, 1);
        assertThat(sleeper()).isTrue();
        asked.close();
        assertThat(sleeper()).isFalse();
    }

    @Test
    void programsEndWhenMendelIsKilled() throws Exception {
        Process mendel = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        folder.toString(),
                        LEAVES + "read -r line; sleep 1000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitSleeper();
        assertThat(sleeper()).isTrue();
        mendel.destroyForcibly().waitFor();
        assertThat(sleeper()).isFalse();
    }

    /// Asks a program for a value, in a process of its own.
    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) throws Exception {
            try (var asked = new CommandObjective(new CommandSettings(
                    List.of("sh", "-c", arguments[1]), Path.of(arguments[0]), Processes.PER_WORKER, 1, null, null))) {
                asked.evaluate(trial(1), 0);
            }
        }
    }

    private void awaitSleeper() throws Exception {
        while (!Files.exists(folder.resolve("sleeper")) || Files.size(folder.resolve("sleeper")) == 0) {
            Thread.sleep(20);
        }
    }

    @Test
    void anInterruptionKillsTheProgram() throws Exception {
        var asked = lasting("sleep 1000 & echo $! > sleeper; read -r line; wait");
        var thrown = new AtomicReference<Throwable>();
        Thread worker = Thread.ofPlatform().start(() -> {
            try {
                asked.evaluate(trial(1), 0);
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        awaitSleeper();
        worker.interrupt();
        worker.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(sleeper()).isFalse();
    }

    @Test
    void muchOnStandardErrorStopsNobody() throws Exception {
        var asked = lasting("while read -r line; do i=0; while [ $i -lt 5000 ]; do i=$((i+1));"
                + " echo 'a line of some length that nobody reads at once' >&2; done; echo '{\"value\": 1}'; done");
        assertThat(value(asked, 1) + value(asked, 2)).isEqualTo(2);
    }

    @Test
    void closingEndsTheProcesses() throws Exception {
        var asked = lasting("echo $$ > sleeper; while read -r line; do echo '{\"value\": 1}'; done; sleep 1000");
        value(asked, 1);
        assertThat(sleeper()).isTrue();
        asked.close();
        assertThat(sleeper()).isFalse();
    }

    @Test
    void aProgramThatIsNotThereIsToldBeforeAnythingRuns() throws IOException {
        Files.writeString(folder.resolve("train.py"), "");
        folder.resolve("train.py").toFile().setExecutable(true);
        assertMissing("pyhton3", "objective.command: there is no program pyhton3 on the PATH");
        assertMissing("train.py", "on the PATH; for the one in " + folder + " write ./train.py");
        assertMissing("./other", "objective.command: there is no program ./other that can be run in " + folder);
        assertThatThrownBy(() -> new CommandObjective(
                        new CommandSettings(List.of("sh"), folder.resolve("no"), Processes.PER_WORKER, 1, null, null)))
                .hasMessage("objective.directory: " + folder.resolve("no")
                        + " is no directory; resume and retest take another one by --directory DIR");
    }

    private void assertMissing(String program, String message) {
        assertThatThrownBy(() -> new CommandObjective(
                        new CommandSettings(List.of(program), folder, Processes.PER_WORKER, 1, null, null)))
                .isInstanceOf(ObjectiveException.class)
                .hasMessageContaining(message);
    }

    /// Whether the process lives whose number a script has written into `sleeper`, a moment from now at most.
    private boolean sleeper() throws Exception {
        long pid = Long.parseLong(Files.readString(folder.resolve("sleeper")).strip());
        for (int i = 0; i < 100; i++) {
            if (!lives(pid)) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /// Whether a process runs: one that has ended and that nobody has asked about since does not.
    private static boolean lives(long pid) throws IOException {
        Path state = Path.of("/proc/" + pid + "/stat");
        boolean zombie = Files.exists(state) && Files.readString(state).contains(") Z ");
        return !zombie && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
