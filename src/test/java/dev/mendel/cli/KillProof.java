package dev.mendel.cli;

import dev.mendel.external.CompiledObjective;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunTables;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kills processes of Mendel at random instants, goes on, and compares what they have written down row by row
/// with what the same command writes undisturbed.
final class KillProof {
    /// Trains small networks, and calls a program that answers in 20 ms.
    private static final Map<String, String> FILES = Map.of("digits.yaml", """
            experiment: digits
            objective: {digit-pairs: {pairs: 120, folds: 2, epochs: 3, rounds: 2, tower: small}}
            space:
              model:         {choices: [naive, sharing, auxiliary, both]}
              optimizer:     {choices: [sgd, adam]}
              learning-rate: {real: [1e-4, 1], scale: log, grid: [1e-3, 1e-1]}
              lambda:        {real: [0.2, 2], grid: [1], when: {model: [auxiliary, both]}}
            evolution: {population: 6, children: 3}
            budget: {generations: 3}
            """, "program.yaml", """
            experiment: program
            objective: {command: [sh, answer.sh], direction: minimise, repeats: 2}
            space:
              x: {real: [0, 1], grid: [0, 0.25, 0.5, 0.75, 1]}
              kind: {choices: [a, b, c, d]}
            budget: {trials: 30}
            """, "answer.sh", """
            while read -r line; do
              trial=${line#*'"trial":'}; repeat=${line#*'"repeat":'}; seed=${line#*'"seed":'}
              sleep 0.02
              asked="\\"trial\\": ${trial%%,*}, \\"repeat\\": ${repeat%%,*}"
              case $line in
                *'"d"'*) echo "{$asked, \\"failed\\": \\"d never works\\"}" ;;
                *) echo "{$asked, \\"epoch\\": 1, \\"value\\": 1}"; echo "{$asked, \\"value\\": 0.${seed%%,*}}" ;;
              esac
            done
            """);

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("evolve", 2, List.of("evolve", "digits.yaml")),
            new Scenario("evolve", 1, List.of("evolve", "program.yaml")),
            new Scenario("random", 4, List.of("random", "program.yaml")),
            new Scenario("grid", 2, List.of("grid", "program.yaml")),
            new Scenario("grid", 1, List.of("grid", "digits.yaml")),
            new Scenario("evaluate", 2, List.of("evaluate", "digits.yaml")),
            new Scenario("retest", 4, List.of("retest", "program", "-n", "5", "--folds", "6")),
            new Scenario("group", 2, List.of("evolve", "program.yaml", "--seeds", "3", "--trials", "14")));

    /// A run that is asked to try configurations while it goes on. What comes of it depends on when it takes
    /// them in; its own file says when it did, and repeats it.
    private static final Scenario ASKED = new Scenario("asked", 2, List.of("evolve", "program.yaml"));

    private final Path folder;
    private final RandomGenerator random;
    private final Map<Scenario, Undisturbed> undisturbed = new TreeMap<>();
    private List<String> java;
    final Tally tally = new Tally();

    /// A command to kill.
    private record Scenario(String name, int workers, List<String> words) implements Comparable<Scenario> {
        @Override
        public int compareTo(Scenario other) {
            return toString().compareTo(other.toString());
        }

        boolean isRetest() {
            return name.equals("retest");
        }
    }

    /// What a command writes when nobody kills it.
    ///
    /// @param runs the tables of its runs, by name without date
    /// @param milliseconds from its start to its end, as a process
    private record Undisturbed(Map<String, RunTables> runs, long milliseconds) {}

    /// The sums of the table.
    static final class Tally {
        int kills;
        int before;
        int during;
        int inResume;
        int after;
        int lost;
        int differing;
        /// Runs that took in configurations which they were asked for; not in the table.
        int asked;
        final List<String> faults = new ArrayList<>();

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| kills | before the run was there | during the run | in `resume` | after the end | results lost |"
                            + " runs that differ |%n|---|---|---|---|---|---|---|%n| %d | %d | %d | %d | %d | %d | %d |",
                    kills,
                    before,
                    during,
                    inResume,
                    after,
                    lost,
                    differing);
        }
    }

    KillProof(Path folder, RandomGenerator random) throws IOException, InterruptedException {
        this.folder = folder;
        this.random = random;
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        java = java("-XX:ArchiveClassesAtExit=" + archive());
        Path output = Files.createTempDirectory(folder, "output");
        Scenario rehearsal = SCENARIOS.getFirst();
        start(begun(rehearsal, output)).waitFor();
        delete(output);
        java = java("-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return folder.resolve("mendel.jsa");
    }

    /// The command of a Java machine with Mendel's classes, as a user has them: in jars, linked ahead of time.
    ///
    /// @param sharing the option that makes or uses the archive of linked classes
    private List<String> java(String sharing) throws IOException {
        Path jar = folder.resolve("mendel.jar");
        if (!Files.exists(jar)) {
            CompiledObjective.jar(Path.of("target", "classes"), jar);
        }
        String classes = Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                sharing,
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                Mendel.class.getName());
    }

    /// Kills so many processes, counting those before.
    void kill(int kills) throws IOException, InterruptedException, SQLException {
        for (int next = 0; tally.kills < kills; next++) {
            Scenario scenario = SCENARIOS.get(next % SCENARIOS.size());
            Undisturbed expected = undisturbed.get(scenario);
            if (expected == null) {
                expected = undisturbed(scenario);
                undisturbed.put(scenario, expected);
            }
            disturb(scenario, expected, kills);
            if (next % SCENARIOS.size() == 0 && tally.kills < kills) {
                disturbAsked(expected);
            }
        }
    }

    private void disturbAsked(Undisturbed usual) throws IOException, InterruptedException, SQLException {
        Path output = prepared(ASKED);
        Process process = start(begun(ASKED, output));
        while (process.isAlive() && written(output) == 0) {
            Thread.sleep(5);
        }
        for (int i = 0; i < 3 && process.isAlive(); i++) {
            ask(output);
            process.waitFor(random.nextLong(1 + usual.milliseconds() / 4), TimeUnit.MILLISECONDS);
        }
        boolean lived = process.isAlive();
        process.destroyForcibly().waitFor();
        Map<String, RunTables> seen = runs(ASKED, output);
        count(lived, false, seen.isEmpty());
        ask(output);
        int code = seen.isEmpty() ? 0 : start(resumed(ASKED, output)).waitFor();
        Map<String, RunTables> found = runs(ASKED, output);
        compareSeen(ASKED, seen, found);
        for (Path run : directories(ASKED, output)) {
            tally.asked += Files.readString(run.resolve("experiment.yaml")).contains("enqueued:") ? 1 : 0;
        }
        if (code != 0 || !found.equals(repeated(output))) {
            tally.differing++;
            tally.faults.add(ASKED + " differs from what its file repeats, exit code " + code + ": " + output);
        } else {
            delete(output);
        }
    }

    private void ask(Path output) throws IOException {
        for (Path run : directories(ASKED, output)) {
            Typing.type(
                    "enqueue",
                    run.toString(),
                    "x=" + random.nextInt(1, 1000) / 1000.0,
                    "kind=" + "abc".charAt(random.nextInt(3)));
        }
    }

    /// The runs of a folder, begun anew from their own files.
    private Map<String, RunTables> repeated(Path output) throws IOException, InterruptedException, SQLException {
        Path again = Files.createTempDirectory(folder, "output");
        for (Path run : directories(ASKED, output)) {
            start(with(
                            new ArrayList<>(List.of(
                                    "evolve", run.resolve("experiment.yaml").toString())),
                            ASKED,
                            again))
                    .waitFor();
        }
        Map<String, RunTables> runs = runs(ASKED, again);
        delete(again);
        return runs;
    }

    private Undisturbed undisturbed(Scenario scenario) throws IOException, InterruptedException, SQLException {
        Path output = prepared(scenario);
        long began = System.nanoTime();
        Process process = start(begun(scenario, output));
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(scenario + " ended with " + process.exitValue());
        }
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        Map<String, RunTables> runs = runs(scenario, output);
        delete(output);
        return new Undisturbed(runs, milliseconds);
    }

    private void disturb(Scenario scenario, Undisturbed expected, int kills)
            throws IOException, InterruptedException, SQLException {
        Path output = prepared(scenario);
        Map<String, RunTables> seen = killed(scenario, begun(scenario, output), output, expected);
        if (random.nextInt(3) == 0
                && tally.kills < kills
                && !runs(scenario, output).isEmpty()) {
            List<String> words = resumed(scenario, output);
            Map<String, RunTables> more = killed(scenario, words, output, expected);
            compareSeen(scenario, seen, more);
            seen = more;
        }
        List<String> words = runs(scenario, output).isEmpty() ? begun(scenario, output) : resumed(scenario, output);
        int code = start(words).waitFor();
        Map<String, RunTables> found = runs(scenario, output);
        compareSeen(scenario, seen, found);
        if (code != 0 || !found.equals(expected.runs())) {
            tally.differing++;
            tally.faults.add(scenario + " differs, exit code " + code + ": " + output);
        } else {
            delete(output);
        }
    }

    /// Starts a process, and kills it.
    ///
    /// @return what is written down then
    private Map<String, RunTables> killed(Scenario scenario, List<String> words, Path output, Undisturbed expected)
            throws IOException, InterruptedException, SQLException {
        boolean resuming = words.getFirst().equals("resume");
        long before = written(output);
        Process process = start(words);
        if (random.nextInt(5) > 0) {
            // machines differ in how long they take until there is something to lose
            while (process.isAlive() && written(output) == before) {
                Thread.sleep(5);
            }
            process.waitFor(random.nextLong(1 + expected.milliseconds() / 2), TimeUnit.MILLISECONDS);
        } else {
            process.waitFor(random.nextLong(expected.milliseconds() / 2), TimeUnit.MILLISECONDS);
        }
        boolean lived = process.isAlive();
        process.destroyForcibly().waitFor();
        Map<String, RunTables> seen = runs(scenario, output);
        count(lived, resuming, seen.isEmpty());
        return seen;
    }

    private void count(boolean lived, boolean resuming, boolean before) {
        tally.kills++;
        if (!lived) {
            tally.after++;
        } else if (resuming) {
            tally.inResume++;
        } else if (before) {
            tally.before++;
        } else {
            tally.during++;
        }
    }

    /// How many bytes the runs' logs have, which begin with a session.
    private static long written(Path output) throws IOException {
        long bytes = 0;
        try (Stream<Path> runs = Files.list(output)) {
            for (Path run : runs.toList()) {
                Path log = run.resolve("mendel.log");
                bytes += Files.exists(log) ? Files.size(log) : 0;
            }
        }
        return bytes;
    }

    /// Every result that was there is still there.
    private void compareSeen(Scenario scenario, Map<String, RunTables> before, Map<String, RunTables> now) {
        before.forEach((name, tables) -> {
            RunTables later = now.get(name);
            var left = new HashSet<>(tables.results());
            if (later != null) {
                left.removeAll(new HashSet<>(later.results()));
            }
            tally.lost += left.size();
            if (!left.isEmpty()) {
                tally.faults.add(scenario + " lost " + left);
            }
        });
    }

    /// A folder of runs for a command, with a finished run where it needs one.
    private Path prepared(Scenario scenario) throws IOException {
        Path output = Files.createTempDirectory(folder, "output");
        if (scenario.isRetest()) {
            Typing.type(
                    "evolve",
                    folder.resolve("program.yaml").toString(),
                    "--trials",
                    "12",
                    "--output",
                    output.toString());
        }
        return output;
    }

    private List<String> begun(Scenario scenario, Path output) {
        var words = new ArrayList<>(scenario.words());
        if (!scenario.isRetest()) {
            words.set(1, folder.resolve(words.get(1)).toString());
        }
        return with(words, scenario, output);
    }

    private List<String> resumed(Scenario scenario, Path output) throws IOException {
        String run = scenario.name().equals("group")
                ? "program"
                : directories(scenario, output).getLast().toString();
        return with(new ArrayList<>(List.of("resume", run)), scenario, output);
    }

    private static List<String> with(List<String> words, Scenario scenario, Path output) {
        words.addAll(List.of("--workers", Integer.toString(scenario.workers()), "--output", output.toString()));
        return words;
    }

    private static List<Path> directories(Scenario scenario, Path output) throws IOException {
        try (Stream<Path> runs = Files.list(output)) {
            return runs.filter(run -> Files.exists(run.resolve("run.db")))
                    .filter(run -> run.getFileName().toString().contains("-retest-") == scenario.isRetest())
                    .filter(KillProof::isBegun)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, RunTables> runs(Scenario scenario, Path output) throws IOException, SQLException {
        var runs = new TreeMap<String, RunTables>();
        for (Path run : directories(scenario, output)) {
            String name = run.getFileName().toString().replaceAll("-[0-9]{8}-[0-9]{6}.*", "");
            runs.put(name, RunTables.of(new RunDirectory(run)));
        }
        return runs;
    }

    /// Whether a directory is a run: a kill while it is made leaves one that says that it isn't.
    private static boolean isBegun(Path run) {
        try (StoredRun stored = StoredRun.open(new RunDirectory(run))) {
            return stored.manifest() != null;
        } catch (StoreException e) {
            if (String.valueOf(e.getMessage()).contains("holds no run")) {
                return false;
            }
            throw e;
        }
    }

    private Process start(List<String> words) throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
