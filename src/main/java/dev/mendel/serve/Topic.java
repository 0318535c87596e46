package dev.mendel.serve;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.report.MendelJson;
import dev.mendel.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// A content that is followed: its data are computed once for each change, whoever asks. Thread-safe.
final class Topic {
    private static final Logger LOG = LogManager.getLogger(Topic.class);

    private final Content content;
    private final List<Watch> watches;
    private volatile long asked = System.nanoTime();
    private final Executor reader;
    private @Nullable Shown shown;

    /// The data of a change.
    private record Shown(long version, String json) {}

    /// What a page's script gets: the view, and what it has beside one that is written to a file.
    private record Data(
            @MendelJson.Inline Record view,
            boolean live,
            long version,
            Map<String, String> links,
            List<Content.Step> trail) {}

    /// What it gets where there is nothing to draw.
    private record Problem(String problem, long version, List<Content.Step> trail) {}

    /// @param watches on what the content depends
    /// @param reader computes for all topics, one after another, so that a search beside it is hardly held up
    Topic(Content content, List<Watch> watches, Executor reader) {
        this.content = content;
        this.watches = watches;
        this.reader = reader;
    }

    Content content() {
        return content;
    }

    /// The number of the last change, and a sign of interest.
    long version() {
        asked = System.nanoTime();
        return watches.stream().mapToLong(Watch::version).max().orElse(1);
    }

    /// Whether somebody was interested in the last so many nanoseconds.
    boolean isWanted(long nanoseconds) {
        return System.nanoTime() - asked < nanoseconds;
    }

    /// The data of the last change, or of a later moment.
    String json() {
        return CompletableFuture.supplyAsync(this::latest, reader).join();
    }

    private synchronized String latest() {
        long version = version();
        Shown last = shown;
        if (last == null || last.version() < version) {
            last = new Shown(version, computed(version));
            shown = last;
        }
        return last.json();
    }

    private String computed(long version) {
        try {
            boolean thorough = watches.stream().allMatch(Watch::isQuiet);
            Record view = content.view(thorough);
            if (content.isBehind()) {
                watches.forEach(Watch::leaveForLater);
            }
            return MendelJson.ofRecords(new Data(view, true, version, content.links(), content.trail()));
        } catch (StoreException e) {
            return problem(String.valueOf(e.getMessage()), version);
        } catch (ExperimentException e) {
            return problem(
                    "its experiment can't be read: "
                            + e.faults().stream().map(Object::toString).collect(Collectors.joining("; ")),
                    version);
        } catch (RuntimeException e) {
            LOG.error("a page can't be made", e);
            return problem("this page can't be made, which is a bug of mendel: " + e, version);
        }
    }

    private String problem(String why, long version) {
        return MendelJson.ofRecords(new Problem(why, version, content.trail()));
    }
}
