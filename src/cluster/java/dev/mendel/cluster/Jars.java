package dev.mendel.cluster;

import dev.mendel.run.ShippedRun;
import dev.mendel.trial.evaluate.SiteException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The jars of Mendel that machines of a cluster need, found by a file in each. Folders of classes are packed.
final class Jars {
    private static final List<String> ALWAYS = List.of(
            "dev/mendel/run/ShippedRun.class",
            "dev/mendel/cluster/Jars.class",
            "dev/mendel/data/README.md",
            "io/jenetics/Gene.class",
            "org/snakeyaml/engine/v2/api/Load.class",
            "org/jspecify/annotations/Nullable.class",
            "com/fasterxml/jackson/core/JsonFactory.class");

    private static final List<String> FOR_PYTORCH = List.of(
            "ai/djl/Device.class",
            "ai/djl/pytorch/engine/PtEngine.class",
            "native/lib/pytorch.properties",
            "jnilib/pytorch.properties",
            "com/sun/jna/Native.class");

    private Jars() {}

    /// Addresses of the jars that evaluate a run's trials.
    ///
    /// @throws SiteException if one is not there
    static List<String> needed(ShippedRun run) {
        boolean pytorch = run.experiment().contains("engine: pytorch");
        Set<String> jars = new LinkedHashSet<>();
        Stream.concat(ALWAYS.stream(), pytorch ? FOR_PYTORCH.stream() : Stream.empty())
                .map(Jars::jar)
                .forEach(jars::add);
        return List.copyOf(jars);
    }

    private static String jar(String file) {
        URL found = Jars.class.getClassLoader().getResource(file);
        if (found == null) {
            throw new SiteException(
                    "--cluster: Mendel's own " + file + " is missing, which machines of a cluster need");
        }
        try {
            URLConnection connection = found.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return jar.getJarFileURL().toURI().toString();
            }
            String folder = found.toString().substring(0, found.toString().length() - file.length());
            return packed(Path.of(URI.create(folder))).toUri().toString();
        } catch (IOException | URISyntaxException e) {
            throw new SiteException("--cluster: " + found + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Path packed(Path folder) throws IOException {
        Path jar = Files.createTempFile("mendel-classes", ".jar");
        jar.toFile().deleteOnExit();
        try (OutputStream file = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
