package dev.mendel.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run's directory: `output/<experiment>-<strategy>-<seed>-<UTC time>/`.
///
/// @param path as the user would write it
public record RunDirectory(Path path) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The file of a person's note.
    private static final String NOTE = "note.txt";

    /// Makes a new, empty directory for a run.
    ///
    /// @param output the folder of all runs; made if it is not there
    public static RunDirectory create(Path output, String experiment, String strategy, long seed, Instant now) {
        String name = experiment + "-" + strategy + "-" + seed + "-" + TIME.format(now);
        try {
            Files.createDirectories(output);
            for (int i = 1; ; i++) {
                Path path = output.resolve(i == 1 ? name : name + "-" + i);
                try {
                    return new RunDirectory(Files.createDirectory(path));
                } catch (FileAlreadyExistsException e) {
                    // another run began in the same second; take the next name
                }
            }
        } catch (IOException e) {
            throw new StoreException(output + ": no run directory can be made there: " + e.getMessage(), e);
        }
    }

    /// Finds a run by the user's word for it: a path, the name of a directory in the folder of all runs, the
    /// beginning of exactly one name there, or `latest`.
    ///
    /// @throws StoreException if there is none or more than one
    public static RunDirectory find(Path output, String typed) {
        Optional<RunDirectory> named = named(output, typed);
        if (named.isPresent()) {
            return named.get();
        }
        List<RunDirectory> all =
                entries(output).stream().filter(Entry::begun).map(Entry::run).toList();
        if (typed.equals("latest") && !all.isEmpty()) {
            return all.getLast();
        }
        List<RunDirectory> matching =
                all.stream().filter(run -> run.name().startsWith(typed)).toList();
        return switch (matching.size()) {
            case 1 -> matching.getFirst();
            case 0 ->
                throw new StoreException(typed + ": no such run; "
                        + (all.isEmpty()
                                ? "there is none in " + output
                                : "the latest in " + output + " is "
                                        + all.getLast().name()));
            default ->
                throw new StoreException(typed + ": " + matching.size() + " runs begin so; the latest of them is "
                        + matching.getLast().name());
        };
    }

    /// The runs of the group that the user typed: its name, or the beginning of its name and of no other
    /// group's or single run's. By the time they began; empty if there is no such group.
    ///
    /// @throws StoreException if the word fits a group and something else
    public static List<RunDirectory> group(Path output, String typed) {
        if (named(output, typed).isPresent()) {
            return List.of();
        }
        List<Entry> entries = entries(output).stream().filter(Entry::begun).toList();
        var groups = new TreeMap<String, List<RunDirectory>>();
        var single = new ArrayList<String>();
        for (Entry entry : entries) {
            if (entry.group().isPresent() && entry.group().get().startsWith(typed)) {
                groups.computeIfAbsent(entry.group().get(), _ -> new ArrayList<>())
                        .add(entry.run());
            } else if (entry.run().name().startsWith(typed)) {
                single.add(entry.run().name());
            }
        }
        if (groups.isEmpty() || groups.containsKey(typed)) {
            return groups.getOrDefault(typed, List.of());
        }
        if (groups.size() > 1 || !single.isEmpty()) {
            throw new StoreException(typed + ": " + (groups.size() + single.size())
                    + " names begin so: " + String.join(", ", groups.keySet()) + (single.isEmpty() ? "" : ", ")
                    + String.join(", ", single));
        }
        return groups.firstEntry().getValue();
    }

    /// The runs of a group, or the one run, by the user's word for it.
    ///
    /// @throws StoreException if there is neither, or it fits more than one
    public static List<RunDirectory> findAll(Path output, String typed) {
        List<RunDirectory> group = group(output, typed);
        return group.isEmpty() ? List.of(find(output, typed)) : group;
    }

    /// All runs in a folder, by the time they began; unreadable ones come first, and say so when they are
    /// opened.
    public static List<RunDirectory> all(Path output) {
        return entries(output).stream().map(Entry::run).toList();
    }

    /// All runs in a folder, unopened, in any order; none where there is no such folder.
    public static List<RunDirectory> listed(Path output) {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(output)) {
            return paths.filter(RunDirectory::holdsRun).map(RunDirectory::new).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(output + ": can't be listed: " + e.getMessage(), e);
        }
    }

    /// The run in the directory of exactly that path, or of that name in the folder of all runs.
    private static Optional<RunDirectory> named(Path output, String typed) {
        try {
            return Stream.of(Path.of(typed), output.resolve(typed))
                    .filter(RunDirectory::holdsRun)
                    .findFirst()
                    .map(RunDirectory::new);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// A run, when it began, and the group it belongs to.
    ///
    /// @param begun whether there is a run, or only what is left of making one
    private record Entry(RunDirectory run, Instant created, Optional<String> group, boolean begun) {
        static Entry of(RunDirectory directory) {
            try (StoredRun run = StoredRun.open(directory)) {
                return new Entry(
                        directory, run.manifest().created(), run.group().map(Group::name), true);
            } catch (StoreException e) {
                return new Entry(directory, Instant.MIN, Optional.empty(), !e.isUnbegun());
            }
        }
    }

    private static List<Entry> entries(Path output) {
        return listed(output).stream()
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::created)
                        .thenComparing(entry -> entry.run().name()))
                .toList();
    }

    private static boolean holdsRun(Path path) {
        return Files.isRegularFile(path.resolve(Database.FILE)) && !Removal.isUnderWay(path);
    }

    /// The directory's own name.
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /// What a person wrote of the run; empty for nothing.
    public String note() {
        try {
            return Files.exists(path.resolve(NOTE))
                    ? Files.readString(path.resolve(NOTE)).strip()
                    : "";
        } catch (IOException e) {
            throw new StoreException(path.resolve(NOTE) + ": can't be read: " + e.getMessage(), e);
        }
    }

    /// Keeps what a person writes of the run, in place of what is there; nothing of an empty text.
    public void note(String text) {
        try {
            if (text.isBlank()) {
                Files.deleteIfExists(path.resolve(NOTE));
            } else {
                Path written = Files.writeString(path.resolve(NOTE + ".new"), text.strip() + "\n");
                Files.move(written, path.resolve(NOTE), ATOMIC_MOVE, REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StoreException(path.resolve(NOTE) + ": can't be written: " + e.getMessage(), e);
        }
    }

    /// When the note was last written; null where there is none.
    @Nullable
    FileTime noted() {
        try {
            return Files.getLastModifiedTime(path.resolve(NOTE));
        } catch (IOException e) {
            return null;
        }
    }

    /// Deletes the run, with all that is in its directory. It is no run any more from the first moment on; what
    /// a kill leaves of it, a later deletion takes away.
    ///
    /// @throws StoreException if a process works on it, or it can't be deleted
    public void delete() {
        Removal.of(this);
    }

    /// Whether a run has begun in it.
    public boolean isBegun() {
        return holdsRun(path) && Entry.of(this).begun();
    }

    /// Makes sure that there is a run.
    ///
    /// @throws StoreException if there is none
    void requireRun() {
        if (!holdsRun(path)) {
            throw new StoreException(path + ": there is no run; it has no " + Database.FILE);
        }
    }

    /// The run's database.
    Path database() {
        return path.resolve(Database.FILE);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
