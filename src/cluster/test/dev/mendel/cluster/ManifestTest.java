package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The manifests of docs/cluster.md, held against the parts that they use of the schemas of Spark's operator (its
/// SparkCluster, spark.apache.org/v1) and of Kubernetes: fields of other names would be dropped or refused there.
@Tag("cluster")
class ManifestTest {
    /// Lines of a field's path, `*` for any name or each item, and its type; `!` for a field that has to be there.
    private static final Map<String, String> FIELDS =
            Map.of("SparkCluster", """
            spec.runtimeVersions.sparkVersion                     text !
            spec.clusterTolerations.instanceConfig.initWorkers    number !
            spec.clusterTolerations.instanceConfig.minWorkers     number !
            spec.clusterTolerations.instanceConfig.maxWorkers     number !
            spec.sparkConf.*                                      text
            """, "Service", """
            spec.clusterIP                                        text
            spec.selector.*                                       text !
            spec.ports.*.name                                     text !
            spec.ports.*.port                                     number !
            """, "ConfigMap", """
            data.*                                                text !
            """, "Job", """
            spec.template.metadata.labels.*                       text
            spec.template.spec.restartPolicy                      text !
            spec.template.spec.containers.*.name                  text !
            spec.template.spec.containers.*.image                 text !
            spec.template.spec.containers.*.args.*                text
            spec.template.spec.containers.*.volumeMounts.*.name      text !
            spec.template.spec.containers.*.volumeMounts.*.mountPath text !
            spec.template.spec.volumes.*.name                     text !
            spec.template.spec.volumes.*.configMap.name           text
            spec.template.spec.volumes.*.persistentVolumeClaim.claimName text
            """);

    private static final Map<String, String> VERSIONS =
            Map.of("SparkCluster", "spark.apache.org/v1", "Service", "v1", "ConfigMap", "v1", "Job", "batch/v1");

    private static List<Map<?, ?>> manifests() throws IOException {
        String document = Files.readString(Path.of("docs/cluster.md"));
        var manifests = new ArrayList<Map<?, ?>>();
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .forEach(block -> new Load(LoadSettings.builder().build())
                        .loadAllFromString(block.group(1))
                        .forEach(each -> manifests.add((Map<?, ?>) each)));
        return manifests;
    }

    @Test
    void fieldsAreThoseOfTheSchemas() throws IOException {
        assertThat(manifests().stream().map(each -> String.valueOf(each.get("kind"))))
                .contains("SparkCluster", "Job");
        for (Map<?, ?> manifest : manifests()) {
            String kind = String.valueOf(manifest.get("kind"));
            assertThat(manifest.get("apiVersion")).as(kind).isEqualTo(VERSIONS.get(kind));
            List<String> allowed =
                    Objects.requireNonNull(FIELDS.get(kind)).lines().toList();
            var found = new TreeSet<String>();
            collect("", manifest, found);
            found.removeIf(field -> field.startsWith("apiVersion ") || field.startsWith("kind "));
            assertThat(found.remove("metadata.name text")).as(kind).isTrue();
            assertThat(found)
                    .as(kind)
                    .allSatisfy(field -> assertThat(allowed)
                            .anyMatch(line -> pattern(line).matcher(field).matches()));
            assertThat(allowed.stream().filter(line -> line.endsWith("!")))
                    .as(kind)
                    .allSatisfy(line -> assertThat(found)
                            .anyMatch(field -> pattern(line).matcher(field).matches()));
        }
    }

    @Test
    void namesThatBelongTogetherAreTheSame() throws IOException {
        String all = manifests().toString();
        assertThat(all)
                .contains("kind=SparkCluster, metadata={name=trials}")
                .contains("spark://trials-master-svc:7077");
        new Master("spark://trials-master-svc:7077");
    }

    private static Pattern pattern(String line) {
        List<String> parts = List.of(line.replace("!", "").strip().split(" +", 2));
        return Pattern.compile(parts.get(0).replace(".", "\\.").replace("*", "[^ ]+?") + " " + parts.get(1));
    }

    private static void collect(String path, Object node, Set<String> found) {
        String dot = path.isEmpty() ? "" : path + ".";
        switch (node) {
            case Map<?, ?> map -> map.forEach((name, value) -> collect(dot + name, value, found));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(dot + i, list.get(i), found);
                }
            }
            case Integer _ -> found.add(path + " number");
            case String _ -> found.add(path + " text");
            default -> found.add(path + " " + node);
        }
    }
}
