package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.cluster.FoldReply.Seat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.cluster.ExecutorInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.jdk.javaapi.CollectionConverters;

@Timeout(60)
@Tag("cluster")
class MachinesTest {
    private final Machines machines = new Machines(3);

    private void join(String executor, String host, int slots) {
        var none = scala.collection.immutable.Map$.MODULE$.<String, String>from(CollectionConverters.asScala(Map.of()));
        machines.onExecutorAdded(new SparkListenerExecutorAdded(0, executor, new ExecutorInfo(host, slots, none)));
    }

    private void leave(String executor) {
        machines.onExecutorRemoved(new SparkListenerExecutorRemoved(0, executor, "gone"));
    }

    @Test
    void slotsAreCountedByHost() {
        assertThat(machines)
                .hasToString(
                        "the cluster has no slot for this session at present; it waits for one (where cores and memory are"
                                + " free, why processes don't start is in the folder work of the workers)");
        join("0", "beta", 1);
        assertThat(machines).hasToString("1 slot: beta 1");
        join("1", "alpha", 1);
        join("2", "alpha", 1);
        assertThat(machines).hasToString("3 slots: alpha 2, beta 1");
        leave("1");
        assertThat(machines).hasToString("2 slots: alpha 1, beta 1");
    }

    @Test
    void moreSlotsThanFoldsAreSaid() {
        join("0", "alpha", 8);
        assertThat(machines)
                .hasToString("8 slots: alpha 8; no more than 3 folds are handed out at once, which leaves 5 idle:"
                        + " an evolution with more children, or more --workers, keeps more of them busy");
    }

    @Test
    void changesWithinASecondAreToldTogether() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        join("0", "alpha", 1);
        machines.tell(told::add);
        join("1", "beta", 1);
        assertThat(told.take()).isEqualTo("2 slots: alpha 1, beta 1");
        leave("0");
        leave("1");
        leave("7");
        assertThat(told.take()).startsWith("lost a process on alpha, beta; the cluster has no slot");
        assertThat(told).isEmpty();
    }

    @Test
    void theNumberOfASlotIsFreeAgainWhenItsProcessIsGone() {
        join("0", "alpha", 2);
        join("1", "beta", 1);
        var first = new Seat("alpha", "0", 1);
        assertThat(machines.number(first)).isOne();
        assertThat(machines.number(new Seat("beta", "1", 1))).isEqualTo(2);
        assertThat(machines.number(new Seat("alpha", "0", 2))).isEqualTo(3);
        assertThat(machines.number(first)).isOne();
        leave("0");
        assertThat(machines.number(new Seat("gamma", "2", 1))).isOne();
        assertThat(machines.number(new Seat("beta", "1", 1))).isEqualTo(2);
    }
}
