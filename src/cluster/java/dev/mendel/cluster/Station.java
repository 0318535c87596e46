package dev.mendel.cluster;

import dev.mendel.cluster.FoldReply.Seat;
import dev.mendel.data.DataException;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.external.TrialText;
import dev.mendel.run.ShippedRun;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldSite;
import dev.mendel.trial.evaluate.FoldSite.Failure;
import dev.mendel.trial.evaluate.FoldSite.Result;
import dev.mendel.trial.evaluate.FoldSite.Unreachable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;

/// Evaluates folds in a process of the cluster: as the session's own process would, by the same code. There is
/// one for each run; its objective is loaded once. Thread-safe.
final class Station {
    /// What programs are told by which GPUs are theirs.
    private static final String GPUS = "CUDA_VISIBLE_DEVICES";
    private static final Map<Long, Station> STATIONS = new ConcurrentHashMap<>();

    private final Set<Long> present = ConcurrentHashMap.newKeySet();
    private final Seats seats = new Seats();
    private final @Nullable FoldSite site;
    private final String unfit;

    /// Tasks that come while the objective is loaded wait for it.
    static Station of(Broadcast<ShippedRun> run) {
        return STATIONS.computeIfAbsent(run.id(), _ -> new Station(run.value()));
    }

    private Station(ShippedRun run) {
        Locale.setDefault(Locale.ROOT);
        FoldSite opened = null;
        String why = "";
        try {
            LoadedObjective loaded = run.load(folder());
            opened = FoldSite.of(loaded.objective());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(loaded::close));
        } catch (DataException | ExperimentException | ObjectiveException e) {
            why = String.valueOf(e.getMessage());
        }
        site = opened;
        unfit = why;
    }

    /// @throws InterruptedException if the task's thread was interrupted, when the evaluation has ended
    FoldReply evaluate(FoldCall call) throws InterruptedException {
        FoldSite here = site;
        if (here == null) {
            return new FoldReply.Unfit(host() + ": " + unfit);
        }
        leave(call, here);
        return seats.run(environment(), number -> evaluate(here, call, number));
    }

    private FoldReply evaluate(FoldSite here, FoldCall call, int number) throws InterruptedException {
        Instant started = Instant.now();
        Trial trial = TrialText.trial(call.trial());
        present.add(trial.id().number());
        return switch (here.evaluate(trial, call.fold(), call.epochs())) {
            case Result result ->
                new FoldReply.Done(
                        TrialText.of(result.result()),
                        new Seat(host(), SparkEnv.get().executorId(), number),
                        started);
            case Failure(Outcome.Failed failed) ->
                new FoldReply.Failed(
                        failed.fold(), failed.reason(), failed.time().toNanos());
            case Unreachable(String reason) -> new FoldReply.Unreached(reason);
        };
    }

    /// Leaves what waits here and is not gone on with.
    private void leave(FoldCall call, FoldSite here) {
        for (long trial : List.copyOf(present)) {
            boolean open = trial > call.newest() || call.open().contains(trial);
            if (!open && present.remove(trial)) {
                here.leave(new TrialId(trial));
            }
        }
    }

    /// Where Spark has unpacked the objective's files; null where they are not sent.
    private static @Nullable Path folder() {
        Path sent = Path.of(SparkFiles.get(Parcel.FOLDER));
        return Files.isDirectory(sent) ? sent : null;
    }

    /// Variables for the programs of the current task.
    private static Map<String, String> environment() {
        ResourceInformation gpus = TaskContext.get().resourcesJMap().get("gpu");
        return gpus == null ? Map.of() : Map.of(GPUS, String.join(",", gpus.addresses()));
    }

    private static String host() {
        return SparkEnv.get().blockManager().blockManagerId().host();
    }
}
