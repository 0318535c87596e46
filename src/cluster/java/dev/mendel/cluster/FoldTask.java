package dev.mendel.cluster;

import dev.mendel.run.ShippedRun;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/// The work of a task: it is carried to a machine by Spark, and evaluates a fold there.
final class FoldTask implements Function<FoldCall, FoldReply> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ShippedRun> run;

    FoldTask(Broadcast<ShippedRun> run) {
        this.run = run;
    }

    @Override
    public FoldReply call(FoldCall call) throws InterruptedException {
        return Station.of(run).evaluate(call);
    }
}
