package dev.mendel.cluster;

import dev.mendel.run.Cluster;
import dev.mendel.run.ShippedRun;
import dev.mendel.trial.evaluate.FoldSite;
import java.util.Map;

/// Knows clusters of Apache Spark.
public final class SparkPart implements Cluster.Part {
    /// For [java.util.ServiceLoader].
    public SparkPart() {}

    private record Spark(Master master, Settings settings, Files files) implements Cluster {
        @Override
        public String address() {
            return master.address();
        }

        @Override
        public FoldSite connect(ShippedRun run, int width) {
            return SparkSite.connect(master, settings.of(run, files), run, new Machines(width));
        }
    }

    @Override
    public String addresses() {
        return Master.ALLOWED;
    }

    @Override
    public Cluster at(String address, Map<String, String> settings, Cluster.Files files) {
        var master = new Master(address);
        return new Spark(master, new Settings(master, settings), files);
    }
}
