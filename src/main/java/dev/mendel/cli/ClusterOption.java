package dev.mendel.cli;

import dev.mendel.run.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options of commands whose trials a cluster can evaluate. The part that knows clusters is optional: a
/// folder of jars beside Mendel's own.
final class ClusterOption {
    /// How many folds are handed to a cluster at once, unless another number is said: those that find no slot
    /// wait there.
    static final int WORKERS = SessionOptions.MOST_WORKERS;

    /// The folder's name.
    private static final String FOLDER = "cluster";

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--cluster",
            paramLabel = "MASTER",
            description = "evaluate the folds on a cluster, as spark://HOST:7077; the results are the same")
    private @Nullable String address;

    @Option(
            names = "--cluster-settings",
            paramLabel = "FILE",
            description = "settings of the cluster's software, one NAME VALUE a line, as in spark-defaults.conf")
    private @Nullable Path settings;

    @Option(
            names = "--cluster-shared",
            description =
                    "the objective's program or jars are at the same place on all machines, as in a shared folder,"
                            + " and not sent to them")
    private boolean shared;

    boolean isGiven() {
        return address != null;
    }

    /// The cluster that was asked for; null for none.
    @Nullable
    Cluster cluster() {
        if (address == null) {
            Failures.require(spec, settings == null, "--cluster-settings: of no use without --cluster");
            Failures.require(spec, !shared, "--cluster-shared: of no use without --cluster");
            return null;
        }
        Cluster.Part part = part().orElseThrow(() -> mistaken("--cluster: this Mendel was built without its part for"
                + " clusters; `mvn -Pcluster -DskipTests package`, in its folder, builds it"));
        try {
            return part.at(
                    address,
                    settings == null ? Map.of() : read(settings),
                    shared ? Cluster.Files.SHARED : Cluster.Files.SHIPPED);
        } catch (IllegalArgumentException e) {
            throw mistaken(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException mistaken(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Map<String, String> read(Path file) {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw mistaken("--cluster-settings: " + file + ": can't be read: " + e);
        }
        var read = new HashMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            read.put(name, properties.getProperty(name).strip());
        }
        return read;
    }

    /// The part for clusters, where it is on the class path or in its folder.
    private Optional<Cluster.Part> part() {
        Optional<Cluster.Part> here = ServiceLoader.load(Cluster.Part.class).findFirst();
        if (here.isPresent()) {
            return here;
        }
        List<URL> jars = jars();
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        // never closed: its classes are needed until the program ends
        var loader = new URLClassLoader(FOLDER, jars.toArray(URL[]::new), ClusterOption.class.getClassLoader());
        return ServiceLoader.load(Cluster.Part.class, loader).findFirst();
    }

    private List<URL> jars() {
        try {
            Path own = Path.of(Cluster.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var jars = new ArrayList<URL>();
            Path folder = own.resolveSibling(FOLDER);
            for (Path each : List.of(folder, folder.resolve("jars"))) {
                if (Files.isDirectory(each)) {
                    addJars(each, jars);
                }
            }
            return jars;
        } catch (IOException | URISyntaxException e) {
            throw mistaken("--cluster: the folder of its part can't be read: " + e);
        }
    }

    private static void addJars(Path folder, List<URL> jars) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
    }
}
