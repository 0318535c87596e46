package dev.mendel.serve;

import dev.mendel.run.RunSummary;
import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// How all runs of a folder stand, the newest first. A run is opened only when its files have changed, or while
/// it is going on. Thread-safe.
final class RunList {
    private static final Logger LOG = LogManager.getLogger(RunList.class);

    private static final List<String> FILES = List.of("run.db", "run.db-wal", "run.lock", "note.txt");

    private static final Comparator<RunSummary> NEWEST =
            Comparator.comparing(RunSummary::started).reversed().thenComparing(RunSummary::run);

    private final Folder folder;
    private Map<String, Known> known = new HashMap<>();

    /// What was read of a run.
    ///
    /// @param files the times and sizes of its files by then
    private record Known(List<String> files, RunSummary summary) {}

    RunList(Folder folder) {
        this.folder = folder;
    }

    synchronized List<RunSummary> now() {
        var found = new HashMap<String, Known>();
        folder.runs().forEach(run -> found.put(run.name(), look(run)));
        known = found;
        var summaries = new ArrayList<RunSummary>();
        found.values().forEach(each -> summaries.add(each.summary()));
        summaries.sort(NEWEST);
        return List.copyOf(summaries);
    }

    private Known look(RunDirectory run) {
        List<String> files =
                FILES.stream().map(file -> stamp(run.path().resolve(file))).toList();
        Known before = known.get(run.name());
        return before != null
                        && before.files().equals(files)
                        && !before.summary().state().equals("running")
                ? before
                : new Known(files, summary(run));
    }

    private static RunSummary summary(RunDirectory run) {
        try {
            return RunSummary.of(run);
        } catch (RuntimeException e) {
            LOG.error("the state of a run can't be found out", e);
            return RunSummary.unreadable(run, "it can't be read, which is a bug of mendel: " + e);
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException e) {
            return "";
        }
    }
}
