package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Compiles classes as a user would, against Mendel's own.
public final class CompiledObjective {
    private CompiledObjective() {}

    /// The classes of source files, in a folder.
    public static Path classes(Path into, List<Path> sources) {
        var arguments = Stream.concat(
                Stream.of("-cp", "target/classes", "-d", into.toString()),
                sources.stream().map(Path::toString));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return into;
    }

    /// A folder of classes as a jar.
    public static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                var entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
