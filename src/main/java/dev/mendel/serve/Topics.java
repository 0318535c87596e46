package dev.mendel.serve;

import dev.mendel.report.run.FollowedSearch;
import dev.mendel.store.RunDirectory;
import dev.mendel.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The topics that readers follow, each one once, and the watches of their runs. Thread-safe.
final class Topics {
    private static final Duration GLANCE = Duration.ofMillis(300);

    /// The list of many runs costs more to look at.
    private static final Duration SURVEY = Duration.ofSeconds(1);

    /// A topic in which nobody is interested keeps its data for so long.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Folder folder;
    private final Executor reader;
    private final RunList list;
    private final Watch survey;
    private final Map<RunDirectory, Watch> watches = new ConcurrentHashMap<>();
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    Topics(Clock clock, Folder folder, Executor reader) {
        this.clock = clock;
        this.folder = folder;
        this.reader = reader;
        this.list = new RunList(folder);
        this.survey = new Watch(clock, SURVEY, () -> new Watch.Look() {
            @Override
            public Object now() {
                return list.now();
            }

            @Override
            public void close() {}
        });
    }

    Topic all() {
        return topic("/", () -> new Topic(new Contents.AllRuns(folder, list), List.of(survey), reader));
    }

    Topic run(RunDirectory run) {
        return topic(
                Folder.address(run.name()),
                () -> new Topic(new Contents.OneRun(run, new FollowedSearch()), List.of(watch(run)), reader));
    }

    Topic trial(RunDirectory run, TrialId trial) {
        return topic(
                Folder.address(run.name()) + "/trials/" + trial.number(),
                () -> new Topic(new Contents.OneTrial(run, trial), List.of(watch(run)), reader));
    }

    /// @param address of the comparison's page
    Topic comparison(List<RunDirectory> runs, String address) {
        return topic(
                address,
                () -> new Topic(
                        new Contents.Several(runs, address),
                        runs.stream().map(this::watch).toList(),
                        reader));
    }

    /// Stops all watches.
    void stop() throws InterruptedException {
        survey.stop();
        for (Watch watch : watches.values()) {
            watch.stop();
        }
    }

    private Topic topic(String address, Supplier<Topic> made) {
        topics.values().removeIf(topic -> !topic.isWanted(KEPT.toNanos()));
        return topics.computeIfAbsent(address, _ -> made.get());
    }

    private Watch watch(RunDirectory run) {
        return watches.computeIfAbsent(run, _ -> new Watch(clock, GLANCE, () -> new RunLook(run)));
    }
}
