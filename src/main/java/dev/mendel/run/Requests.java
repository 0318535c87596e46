package dev.mendel.run;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What other processes ask of a run while it goes on, or before it is resumed: files in its directory, each there as a
/// whole or not at all. Written by any process, read by the one that works on the run.
final class Requests {
    private static final String FOLDER = "requests";
    /// The names of files, which are in their order. Others are being written, or not ours.
    private static final Pattern NAME = Pattern.compile("[0-9]{20}-[0-9a-f-]{36}");

    private final Path folder;

    /// The requests to a run.
    Requests(RunDirectory run) {
        folder = run.path().resolve(FOLDER);
    }

    /// Something that is asked.
    sealed interface Request {
        String text();

        /// The request of such a text.
        static Request of(String text) {
            int blank = text.indexOf(' ');
            String rest = text.substring(blank + 1).strip();
            return switch (blank < 0 ? text : text.substring(0, blank)) {
                case "set" -> new Setting(rest);
                case "enqueue" -> new Configuration(rest);
                default -> new Unknown(text);
            };
        }
    }

    /// To change a limit.
    ///
    /// @param setting as `--set` takes it: `budget.trials=50`
    record Setting(String setting) implements Request {
        @Override
        public String text() {
            return "set " + setting;
        }
    }

    /// To try a configuration.
    ///
    /// @param values as a file writes them: `{x: 1, optimizer: adam}`
    record Configuration(String values) implements Request {
        @Override
        public String text() {
            return "enqueue " + values;
        }
    }

    /// Something that this version does not know.
    record Unknown(String text) implements Request {}

    /// Requests and the files that they are in.
    record Pending(List<Request> requests, List<Path> files) {
        /// Takes the files away: all is done.
        void done() {
            try {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new StoreException(files + ": can't be deleted: " + e.getMessage(), e);
            }
        }
    }

    /// Asks for something, once all before it is done.
    void post(List<? extends Request> requests) {
        List<String> lines = requests.stream().map(Request::text).toList();
        try {
            Files.createDirectories(folder);
            Path written = Files.write(folder.resolve(UUID.randomUUID() + ".new"), lines);
            String name = String.format(Locale.ROOT, "%020d-%s", Instant.now().toEpochMilli(), UUID.randomUUID());
            Files.move(written, folder.resolve(name), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException(folder + ": can't be written: " + e.getMessage(), e);
        }
    }

    /// Whether anything is asked for.
    boolean areThere() {
        return !files().isEmpty();
    }

    /// What is asked for, in order.
    Pending pending() {
        List<Path> files = files();
        var requests = new ArrayList<Request>();
        try {
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(Request::of)
                        .forEach(requests::add);
            }
            return new Pending(requests, files);
        } catch (IOException e) {
            throw new StoreException(folder + ": can't be read: " + e.getMessage(), e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException(folder + ": can't be read: " + e.getMessage(), e);
        }
    }
}
