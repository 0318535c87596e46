package dev.mendel.cluster;

import dev.mendel.run.Cluster;
import java.util.Map;

/// Knows clusters of Apache Spark.
public final class SparkPart implements Cluster.Part {
    /// For [java.util.ServiceLoader].
    public SparkPart() {}

    @Override
    public String addresses() {
        return Master.ALLOWED;
    }

    @Override
    public Cluster at(String address, Map<String, String> settings) {
        var master = new Master(address);
        var checked = new Settings(master, settings);
        return run -> SparkSite.connect(master, checked.of(Jars.needed(run)), run);
    }
}
