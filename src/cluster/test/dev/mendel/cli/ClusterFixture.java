package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Experiments for clusters, and what their runs hold.
final class ClusterFixture {
    /// What differs from one evaluation to the next.
    private static final Set<String> OF_TIME = Set.of("worker", "started", "seconds", "elapsed_ms");

    private static final List<String> TABLES =
            List.of("trials", "folds", "epochs", "tests", "generations", "individuals", "rungs", "worth", "partial");

    private final Path folder;

    ClusterFixture(Path folder) throws IOException {
        this.folder = Files.createDirectory(folder.resolve("experiments"));
    }

    /// The file that keeps slopes from being finished while it is there.
    Path gate() {
        return folder.resolve("gate");
    }

    /// A class that takes its time, and halts its process for some configurations.
    ///
    /// @param sections in which `GATE` stands for the gate
    Path slope(String name, String sections) throws IOException {
        Files.writeString(folder.resolve("Slope.java"), """
                import dev.mendel.space.Configuration;
                import dev.mendel.trial.FoldResult;
                import dev.mendel.trial.Objective;
                import dev.mendel.trial.Score;
                import dev.mendel.trial.Trial;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.List;
                import java.util.TreeMap;

                public final class Slope implements Objective {
                    private final Configuration settings;

                    public Slope(Configuration settings) {
                        this.settings = settings;
                    }

                    @Override
                    public FoldResult evaluate(Trial trial, int fold) throws InterruptedException {
                        double x = trial.configuration().real("x");
                        double noise = trial.seed().random().nextGaussian();
                        if (x > settings.real("halts above")) {
                            Runtime.getRuntime().halt(7);
                        }
                        if (x > settings.real("fails above")) {
                            throw new IllegalStateException("too steep");
                        }
                        do {
                            Thread.sleep(settings.whole("millis"));
                        } while (Files.exists(Path.of(settings.text("gate"))));
                        List<FoldResult.Epoch> epochs = List.of(
                                new FoldResult.Epoch(1, Math.exp(x) / 3), new FoldResult.Epoch(2, noise));
                        var measures = new TreeMap<String, Double>();
                        measures.put("steepness", Math.cosh(x) + noise / 9);
                        measures.put("size", x * x / 3);
                        return new FoldResult(
                                new Score(Math.sin(x) + noise / 7), measures, epochs, Duration.ofMillis(1));
                    }
                }
                """);
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "experiment: " + name + "\n" + sections.replace("GATE", gate().toString()));
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// A folder for the runs of one test.
    String output(String name) {
        return folder.resolve(name).toString();
    }

    /// Starts a command as a process of its own.
    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Mendel.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("driver.log").toFile()))
                .start();
    }

    /// That of this process without the settings of tests, such as that of logging.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// What a started command has printed, all of them together.
    String printed() throws IOException {
        return Files.readString(folder.resolve("driver.log"));
    }

    /// The only run in a folder of runs.
    static Path run(String output) throws IOException {
        try (Stream<Path> runs = Files.list(Path.of(output))) {
            List<Path> all =
                    runs.filter(run -> Files.exists(run.resolve("run.db"))).toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    /// How many folds a run has at the moment; 0 where it is not there yet.
    static int folds(String output) throws IOException, SQLException {
        if (!Files.isDirectory(Path.of(output))) {
            return 0;
        }
        try (Stream<Path> runs = Files.list(Path.of(output))) {
            if (runs.noneMatch(run -> Files.exists(run.resolve("run.db")))) {
                return 0;
            }
        }
        return rows(output, "select count(*) from sqlite_master where name = 'folds'")
                        .equals(List.of(List.of("1")))
                ? Integer.parseInt(
                        rows(output, "select count(*) from folds").getFirst().getFirst())
                : 0;
    }

    /// The hosts on which folds were evaluated.
    static Set<String> hosts(String output) throws IOException, SQLException {
        return Set.copyOf(rows(output, "select distinct host from places").stream()
                .map(List::getFirst)
                .toList());
    }

    /// All that a run holds and that has to be the same again.
    static Map<String, List<List<String>>> tables(String output) throws IOException, SQLException {
        var tables = new TreeMap<String, List<List<String>>>();
        for (String table : TABLES) {
            List<String> columns = rows(output, "select name from pragma_table_info('" + table + "')").stream()
                    .map(List::getFirst)
                    .filter(column -> !OF_TIME.contains(column))
                    .toList();
            assertThat(columns).as(table).isNotEmpty();
            String all = String.join(", ", columns);
            tables.put(table, rows(output, "select " + all + " from " + table + " order by " + all));
        }
        return tables;
    }

    static List<List<String>> rows(String output, String sql) throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + run(output).resolve("run.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    row.add(
                            value instanceof Double real
                                    ? Long.toHexString(Double.doubleToRawLongBits(real))
                                    : String.valueOf(value));
                }
                all.add(row);
            }
            return all;
        }
    }
}
