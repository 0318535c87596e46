package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.run.Cluster;
import dev.mendel.run.ShippedRun;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cluster")
class SettingsTest {
    private static final Master MASTER = new Master("spark://alpha:7077");

    private static ShippedRun run(Map<String, String> files) {
        return new ShippedRun("experiment: x", "EVOLUTION", null, "", "1", files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://alpha:7077",
                "spark://a:1,b:2",
                "k8s://https://10.0.0.1:6443",
                "yarn",
                "local-cluster[2, 1, 1024]"
            })
    void addressesOfClustersAreTaken(String address) {
        assertThat(new Master(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alpha:7077",
                "spark://alpha",
                "spark://alpha:7077/x",
                "local[2]",
                "local-cluster[2,1]",
                "mesos://a:1"
            })
    void othersAreRefusedWithWhatIsAllowed(String address) {
        assertThatThrownBy(() -> new Master(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "--cluster: \"" + address + "\" is no address of a cluster; allowed are spark://HOST:PORT");
    }

    @Test
    void whatIsGivenGoesBeforeTheDefaults() {
        SparkConf conf = new Settings(
                        MASTER,
                        Map.of(
                                "spark.executor.cores",
                                "4",
                                "spark.executor.extraJavaOptions",
                                "-Dx=1",
                                "spark.jars",
                                "more.jar"))
                .of(run(Map.of()), Cluster.Files.SHIPPED);
        assertThat(conf.get("spark.executor.cores")).isEqualTo("4");
        assertThat(conf.get("spark.executor.extraJavaOptions"))
                .startsWith("--add-modules=jdk.incubator.vector")
                .endsWith(" -Dx=1");
        assertThat(conf.get("spark.jars")).endsWith(",more.jar");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(conf.contains("spark.archives")).isFalse();
    }

    @Test
    void filesAreSentUnlessTheyAreShared(@TempDir Path folder) {
        var settings = new Settings(MASTER, Map.of());
        ShippedRun run = run(Map.of("", folder.toString()));
        assertThat(settings.of(run, Cluster.Files.SHIPPED).get("spark.archives"))
                .endsWith(".zip#objective");
        assertThat(settings.of(run, Cluster.Files.SHARED).contains("spark.archives"))
                .isFalse();
    }

    @Test
    void settingsOfNothingAndSpeculationAreRefused() {
        assertThatThrownBy(() -> new Settings(MASTER, Map.of("executor.cores", "1")))
                .hasMessage(
                        "--cluster-settings: executor.cores is no setting of Spark; allowed are names that begin with spark.");
        assertThatThrownBy(() -> new Settings(MASTER, Map.of("spark.speculation", "true")))
                .hasMessage("--cluster-settings: spark.speculation would have folds evaluated twice; allowed is false");
    }
}
