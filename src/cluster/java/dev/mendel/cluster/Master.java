package dev.mendel.cluster;

import dev.mendel.trial.evaluate.SiteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.SecurityManager;
import org.apache.spark.SecurityManager$;
import org.apache.spark.SparkBuildInfo;
import org.apache.spark.SparkConf;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;

/// The address of a cluster's master, as Spark writes it.
///
/// @param address one of those in [#ALLOWED]; the constructor rejects any other
record Master(String address) {
    /// All kinds of addresses, for people.
    static final String ALLOWED = "spark://HOST:PORT, k8s://HOST:PORT, yarn, and, to try it on one machine,"
            + " local-cluster[WORKERS,CORES,MEGABYTES]";

    private static final Logger LOG = LogManager.getLogger(Master.class);
    private static final int PATIENCE_MILLIS = 2000;
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+:\\d{1,5}(,[^:/,]+:\\d{1,5})*)");
    private static final Pattern OTHERS =
            Pattern.compile("k8s://\\S+|yarn|local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*]");

    Master {
        if (!STANDALONE.matcher(address).matches() && !OTHERS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "--cluster: \"" + address + "\" is no address of a cluster; allowed are " + ALLOWED);
        }
    }

    /// Checks within some seconds what Spark itself would try for minutes: that the master of a standalone
    /// cluster is there, and lets this session in. Of several masters one is enough.
    ///
    /// @throws SiteException if none does
    void require(SparkConf conf) {
        Matcher standalone = STANDALONE.matcher(address);
        if (!standalone.matches()) {
            return;
        }
        List<String> faults = Stream.of(standalone.group(1).split(","))
                .map(place -> fault(place, conf))
                .toList();
        if (!faults.contains("")) {
            throw new SiteException(address + ": " + faults.getFirst());
        }
    }

    /// Why the master at a place can't be used; empty if it can.
    private static String fault(String place, SparkConf conf) {
        int colon = place.lastIndexOf(':');
        String host = place.substring(0, colon);
        int port = Integer.parseInt(place.substring(colon + 1));
        if (port == 0 || port > 65535) {
            return "there is no port " + port + "; allowed are 1 to 65535";
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        } catch (IOException e) {
            return "no master answers there (" + e.getMessage() + ")";
        }
        return refusal(host, port, conf);
    }

    /// Asks by Spark's own protocol, as a session will.
    private static String refusal(String host, int port, SparkConf conf) {
        SparkConf quick = conf.clone()
                .set("spark.rpc.lookupTimeout", "10s")
                .set("spark.network.timeout", "10s")
                .set("spark.rpc.io.maxRetries", "0");
        var security =
                new SecurityManager(quick, Option.empty(), SecurityManager$.MODULE$.$lessinit$greater$default$3());
        RpcEnv asking = RpcEnv.create("mendel-asks", "localhost", 0, quick, security, true);
        try {
            asking.setupEndpointRef(new RpcAddress(host, port), "Master");
            return "";
        } catch (Exception e) {
            LOG.warn("{}:{} refuses", host, port, e);
            return "what answers there is no master of Spark " + SparkBuildInfo.spark_version()
                    + ", or does not let this session in: spark.authenticate and spark.authenticate.secret of"
                    + " --cluster-settings have to be the master's";
        } finally {
            asking.shutdown();
        }
    }
}
