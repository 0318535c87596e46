package dev.mendel.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where a run lives: `output/<experiment>-<strategy>-<seed>-<UTC time>/`.
///
/// @param path as the user would write it
public record RunDirectory(Path path) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

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

    /// Finds a run by what the user typed: a path, the name of a directory in the folder of all runs, the
    /// beginning of exactly one name there, or `latest`.
    ///
    /// @throws StoreException if there is none or more than one
    public static RunDirectory find(Path output, String typed) {
        for (Path path : List.of(Path.of(typed), output.resolve(typed))) {
            if (holdsRun(path)) {
                return new RunDirectory(path);
            }
        }
        List<RunDirectory> all = all(output);
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

    /// The runs of the group that has this name, or of the only one whose name begins so, by the time they
    /// began; empty if there is none.
    public static List<RunDirectory> group(Path output, String typed) {
        var groups = new TreeMap<String, List<RunDirectory>>();
        for (RunDirectory directory : all(output)) {
            groupOf(directory)
                    .filter(name -> name.startsWith(typed))
                    .ifPresent(name ->
                            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(directory));
        }
        return groups.size() == 1 ? groups.firstEntry().getValue() : groups.getOrDefault(typed, List.of());
    }

    /// The runs of a group, or the one run, by what the user typed.
    ///
    /// @throws StoreException if there is neither
    public static List<RunDirectory> findAll(Path output, String typed) {
        List<RunDirectory> group = group(output, typed);
        return group.isEmpty() ? List.of(find(output, typed)) : group;
    }

    private static Optional<String> groupOf(RunDirectory directory) {
        try (StoredRun run = StoredRun.open(directory)) {
            return run.group().map(Group::name);
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    /// All runs in a folder, by the time they began; first those that can't be read, which they say when they
    /// are opened.
    public static List<RunDirectory> all(Path output) {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(output)) {
            return entries.filter(RunDirectory::holdsRun)
                    .map(RunDirectory::new)
                    .map(run -> new Dated(run, created(run)))
                    .sorted(Comparator.comparing(Dated::created)
                            .thenComparing(dated -> dated.run().name()))
                    .map(Dated::run)
                    .toList();
        } catch (IOException e) {
            throw new StoreException(output + ": can't be listed: " + e.getMessage(), e);
        }
    }

    /// A run and when it began.
    private record Dated(RunDirectory run, Instant created) {}

    private static Instant created(RunDirectory directory) {
        try (StoredRun run = StoredRun.open(directory)) {
            return run.manifest().created();
        } catch (StoreException e) {
            return Instant.MIN;
        }
    }

    private static boolean holdsRun(Path path) {
        return Files.isRegularFile(path.resolve(Database.FILE));
    }

    /// The directory's own name.
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
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
