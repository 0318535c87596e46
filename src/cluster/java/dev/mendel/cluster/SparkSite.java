package dev.mendel.cluster;

import dev.mendel.cluster.FoldReply.Seat;
import dev.mendel.external.TrialText;
import dev.mendel.run.ShippedRun;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldSite;
import dev.mendel.trial.evaluate.SiteException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.ExecutorCacheTaskLocation;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/// Evaluates folds on a cluster: one job of one task for each. A fold that waits at a rung is gone on with
/// where it waits, if there is a free slot; elsewhere it is evaluated again from its beginning, with the same
/// bits.
final class SparkSite implements FoldSite {
    private static final Logger LOG = LogManager.getLogger(SparkSite.class);

    /// How long a fault waits before it is told: Ctrl-C ends Spark as soon as Mendel itself.
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Master master;
    private final JavaSparkContext context;
    private final Broadcast<ShippedRun> run;
    private final Machines machines;
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong newest = new AtomicLong();
    private final Set<Long> open = ConcurrentHashMap.newKeySet();
    /// Where folds wait.
    private final Map<Waiting, Seat> waiting = new ConcurrentHashMap<>();

    private record Waiting(TrialId trial, int fold) {}

    private SparkSite(Master master, JavaSparkContext context, ShippedRun run, Machines machines) {
        this.master = master;
        this.context = context;
        this.run = context.broadcast(run);
        this.machines = machines;
    }

    /// Connects to a cluster.
    ///
    /// @throws SiteException if that is not possible
    static SparkSite connect(Master master, SparkConf conf, ShippedRun run, Machines machines) {
        // Spark looks its own classes up by the thread's loader, which may know nothing of it
        Thread.currentThread().setContextClassLoader(SparkSite.class.getClassLoader());
        master.require(conf);
        try {
            var context = new JavaSparkContext(conf);
            context.sc().addSparkListener(machines);
            return new SparkSite(master, context, run, machines);
        } catch (RuntimeException e) {
            throw new SiteException(master.address() + ": can't be worked with: " + Crash.line(e), e);
        }
    }

    @Override
    public void tell(Consumer<String> listener) {
        machines.tell(listener);
    }

    @Override
    public Answer evaluate(Trial trial, int fold, int epochs) throws InterruptedException {
        open.add(trial.id().number());
        newest.accumulateAndGet(trial.id().number(), Math::max);
        var waits = new Waiting(trial.id(), fold);
        var call = new FoldCall(TrialText.of(trial), fold, epochs, newest.get(), List.copyOf(open));
        return switch (reply(call, "trial " + trial.id() + ", fold " + fold, waiting.remove(waits))) {
            case FoldReply.Done done -> {
                if (epochs != Attempt.ALL) {
                    waiting.put(waits, done.seat());
                }
                var slot = new Slot(done.seat().host(), machines.number(done.seat()), done.started());
                yield new Result(TrialText.result(done.result()), slot);
            }
            case FoldReply.Failed failed ->
                new Failure(new Outcome.Failed(failed.fold(), failed.reason(), Duration.ofNanos(failed.nanos())));
            case FoldReply.Unreached unreached -> new Unreachable(unreached.reason());
            case FoldReply.Unfit unfit -> throw new SiteException(unfit.reason());
        };
    }

    /// @param seat where it is best evaluated; null for anywhere
    private FoldReply reply(FoldCall call, String about, @Nullable Seat seat) throws InterruptedException {
        String group = "mendel-" + jobs.incrementAndGet();
        long began = System.nanoTime();
        Thread.currentThread().setContextClassLoader(SparkSite.class.getClassLoader());
        try {
            context.setJobGroup(group, about, true);
            JavaRDD<FoldCall> calls = seat == null ? context.parallelize(List.of(call), 1) : placed(call, seat);
            JavaFutureAction<List<FoldReply>> job = calls.map(new FoldTask(run)).collectAsync();
            return job.get().getFirst();
        } catch (InterruptedException e) {
            cancel(group);
            throw e;
        } catch (ExecutionException | RuntimeException e) {
            Thread.sleep(MOMENT);
            if (Crash.isOf(e)) {
                return new FoldReply.Failed(call.fold(), Crash.reason(e), System.nanoTime() - began);
            }
            throw new SiteException(master.address() + ": " + Crash.line(e), e);
        }
    }

    private void cancel(String group) {
        try {
            context.cancelJobGroup(group);
        } catch (IllegalStateException e) {
            // at the end of this process Spark may have stopped by itself before
            LOG.info("{} needs no cancelling: {}", group, Crash.line(e));
        }
    }

    private JavaRDD<FoldCall> placed(FoldCall call, Seat seat) {
        Seq<String> places = seq(new ExecutorCacheTaskLocation(seat.host(), seat.executor()).toString());
        return context.sc()
                .makeRDD(seq(new Tuple2<>(call, places)), ClassTag$.MODULE$.<FoldCall>apply(FoldCall.class))
                .toJavaRDD();
    }

    private static <T> Seq<T> seq(T only) {
        return CollectionConverters.asScala(List.of(only)).toSeq();
    }

    @Override
    public void leave(TrialId trial) {
        open.remove(trial.number());
        waiting.keySet().removeIf(each -> each.trial().equals(trial));
    }

    @Override
    public void close() {
        context.close();
    }
}
