package dev.mendel.run;

import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.store.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// The environment of a run: versions and machine, for the record. Nothing in a run depends on it but its
/// speed; where PyTorch computes, the last bits of its numbers too.
public final class Provenance {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Provenance() {}

    /// The program's version: `0.2.0 (3f2a1bc)`.
    public static String version() {
        Properties version = versions();
        String commit = version.getProperty("commit", "");
        String shown = commit.isEmpty() || commit.startsWith("$") ? "" : " (" + commit + ")";
        return version.getProperty("version", "unknown") + shown;
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("/dev/mendel/version.properties")) {
            versions.load(in);
        } catch (IOException | NullPointerException e) {
            return new Properties();
        }
        return versions;
    }

    /// All there is to record, by name.
    public static Map<String, String> collect() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("mendel", version());
        entries.put("engine", versions().getProperty("engine", "unknown"));
        entries.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"));
        entries.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        entries.put("cpu", cpu());
        entries.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return entries;
    }

    /// The whole provenance of a run, by name: that of [#collect], of its objective, and its place.
    static Map<String, String> of(LoadedObjective loaded, RunDirectory directory) {
        Map<String, String> entries = collect();
        entries.putAll(loaded.provenance());
        entries.put(
                ExperimentFile.BEGUN_IN,
                directory.path().toAbsolutePath().normalize().toString());
        return entries;
    }

    private static String cpu() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
