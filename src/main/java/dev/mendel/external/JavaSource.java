package dev.mendel.external;

import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A source file of the user's, compiled into a folder that is deleted with the object.
///
/// @param type the name of the class that the file is named after, with its package
/// @param classes the folder of compiled classes
record JavaSource(String type, Path classes) implements AutoCloseable {
    private static final int MOST_ERRORS = 3;

    /// Compiles a file against Mendel's classes and those of jars.
    ///
    /// @throws ObjectiveException if it isn't there or doesn't compile, with what the compiler says
    static JavaSource compile(Path file, List<Path> jars) throws ObjectiveException {
        if (!Files.isRegularFile(file)) {
            throw new ObjectiveException("objective.java: there is no file " + file
                    + "; resume and retest look for it in another directory by --directory DIR");
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ObjectiveException(
                    "objective.java: " + file + " can't be compiled: this Java has no compiler; run"
                            + " Mendel with a JDK, or compile it and name its class and jar");
        }
        try {
            Path classes = Files.createTempDirectory("mendel-classes");
            try {
                compile(compiler, file, jars, classes);
                return new JavaSource(type(classes, file), classes);
            } catch (ObjectiveException | IOException | RuntimeException e) {
                delete(classes);
                throw e;
            }
        } catch (IOException e) {
            throw new ObjectiveException("objective.java: " + file + " can't be compiled: " + e.getMessage(), e);
        }
    }

    /// Deletes the classes.
    @Override
    public void close() {
        try {
            delete(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(JavaCompiler compiler, Path file, List<Path> jars, Path classes)
            throws IOException, ObjectiveException {
        var said = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            var path = new ArrayList<String>();
            jars.forEach(jar -> path.add(jar.toString()));
            path.add(System.getProperty("java.class.path"));
            // elsewhere than in the program's own process Mendel may be on no class path
            path.add(own().toString());
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-d",
                    classes.toString(),
                    "-cp",
                    String.join(File.pathSeparator, path));
            boolean done = compiler.getTask(null, files, said, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!done) {
                throw new ObjectiveException("objective.java: " + file + " doesn't compile: " + errors(said, file));
            }
        }
    }

    /// Where Mendel's classes are.
    private static Path own() throws IOException {
        try {
            return Path.of(Objective.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Mendel's own jar can't be found", e);
        }
    }

    /// The first errors: `line 12: ';' expected`.
    private static String errors(DiagnosticCollector<JavaFileObject> said, Path file) {
        List<String> errors = said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> (each.getLineNumber() > 0 ? "line " + each.getLineNumber() + ": " : "")
                        + each.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .toList();
        if (errors.isEmpty()) {
            return "the compiler has failed on " + file;
        }
        String shown = String.join("; ", errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        return errors.size() > MOST_ERRORS ? shown + "; and " + (errors.size() - MOST_ERRORS) + " more" : shown;
    }

    private static String type(Path classes, Path file) throws IOException, ObjectiveException {
        String name = Objects.requireNonNull(file.getFileName()).toString().replaceAll("\\.java$", ".class");
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(path -> path.endsWith(name))
                    .findFirst()
                    .map(path -> classes.relativize(path).toString())
                    .map(path ->
                            path.substring(0, path.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .orElseThrow(() -> new ObjectiveException(
                            "objective.java: " + file + " has no class " + name.replaceAll("\\.class$", "")));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
