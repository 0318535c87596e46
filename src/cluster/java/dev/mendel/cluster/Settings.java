package dev.mendel.cluster;

import dev.mendel.run.Cluster;
import dev.mendel.run.ShippedRun;
import java.util.Map;
import org.apache.spark.SparkConf;

/// The settings with which Spark evaluates folds: those given, over defaults.
///
/// @param given by name, each of which begins with `spark.`; the constructor rejects others, and those that
///     would have folds evaluated twice
record Settings(Master master, Map<String, String> given) {
    /// Options of the Java machines that evaluate: as those of the program itself.
    private static final String OPTIONS = "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow";

    private static final String MORE_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String SPECULATION = "spark.speculation";

    /// One fold at a time in each process, so that a crash is that fold's own; no waiting for other places than
    /// the best, but for folds that go on where they are.
    private static final Map<String, String> DEFAULTS = Map.of(
            "spark.executor.cores", "1",
            "spark.locality.wait", "0s",
            "spark.locality.wait.process", "2s",
            "spark.ui.enabled", "false",
            "spark.executorEnv.SPARK_SCALA_VERSION", "2.13",
            "spark.executorEnv.MALLOC_ARENA_MAX", "4");

    Settings {
        given = Map.copyOf(given);
        given.keySet().stream()
                .filter(name -> !name.startsWith("spark."))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("--cluster-settings: " + name
                            + " is no setting of Spark; allowed are names that begin with spark.");
                });
        if (Boolean.parseBoolean(given.getOrDefault(SPECULATION, "false"))) {
            throw new IllegalArgumentException(
                    "--cluster-settings: " + SPECULATION + " would have folds evaluated twice; allowed is false");
        }
    }

    /// The whole configuration of a session.
    ///
    /// @param files how the machines get those of the objective
    /// @throws dev.mendel.trial.evaluate.SiteException if something that they need is missing here
    SparkConf of(ShippedRun run, Cluster.Files files) {
        var conf = new SparkConf().setMaster(master.address()).setAppName("mendel");
        DEFAULTS.forEach(conf::set);
        given.forEach(conf::set);
        conf.set(MORE_OPTIONS, (OPTIONS + " " + given.getOrDefault(MORE_OPTIONS, "")).strip());
        add(conf, "spark.jars", String.join(",", Jars.needed(run)));
        if (files == Cluster.Files.SHIPPED && !run.files().isEmpty()) {
            add(conf, "spark.archives", Parcel.of(run.files()).toUri() + "#" + Parcel.FOLDER);
        }
        return conf;
    }

    private static void add(SparkConf conf, String list, String more) {
        String before = conf.get(list, "");
        conf.set(list, before.isEmpty() ? more : more + "," + before);
    }
}
