package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The messages are those of Spark 4.2.0, as sessions have met them.
@Tag("cluster")
class CrashTest {
    private static final String ENDED =
            "Job aborted due to stage failure: Task 0 in stage 7.0 failed 4 times, most recent failure: Lost task 0.3 in"
                    + " stage 7.0 (TID 12) (10.0.0.7 executor 5): ExecutorLostFailure (executor 5 exited caused by one of"
                    + " the running tasks) Reason: Command exited with code 7\nDriver stacktrace:";

    private static Exception job(String message) {
        return new ExecutionException(new SparkException(message));
    }

    @Test
    void aProcessThatEndsEachTimeIsTheFoldsDoing() {
        assertThat(Crash.isOf(job(ENDED))).isTrue();
        assertThat(Crash.reason(job(ENDED)))
                .isEqualTo("the process that evaluated it ended, 4 times in 4: Command exited with code 7");
    }

    @Test
    void oneTryIsEnoughWhereNoMoreAreAllowed() {
        Exception once = job(ENDED.replace("4 times", "1 time").replace(" Reason: Command exited with code 7", ""));
        assertThat(Crash.isOf(once)).isTrue();
        assertThat(Crash.reason(once)).isEqualTo("the process that evaluated it ended, 1 times in 1");
    }

    @Test
    void aLossThatIsNotTheFoldsDoingIsTheClusters() {
        Exception lost = job(
                ENDED.replace("exited caused by one of the running tasks", "exited unrelated to the running tasks"));
        assertThat(Crash.isOf(lost)).isFalse();
        assertThat(Crash.line(lost)).startsWith("Lost task 0.3 in stage 7.0").doesNotContain("stacktrace");
        assertThatThrownBy(() -> Crash.reason(lost)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tooOldAJavaIsNamedWithItsMachine() {
        Exception old = job(
                "Job aborted due to stage failure: Task 0 in stage 0.0 failed 4 times, most recent failure: Lost"
                        + " task 0.3 in stage 0.0 (TID 3) (alpha executor 1): java.lang.UnsupportedClassVersionError:"
                        + " dev/mendel/cluster/FoldTask has been compiled by a more recent version of the Java Runtime\n\tat …");
        assertThat(Crash.isOf(old)).isFalse();
        assertThat(Crash.line(old))
                .isEqualTo(
                        "the Java on alpha is too old for Mendel, which needs 25: JAVA_HOME in the environment of its"
                                + " worker decides");
    }

    @Test
    void anythingElseIsItsFirstLine() {
        assertThat(Crash.line(new IllegalStateException("SparkContext was shut down\nat …")))
                .isEqualTo("SparkContext was shut down");
        assertThat(Crash.line(new IllegalStateException(new NullPointerException("no name"))))
                .contains("no name");
    }
}
