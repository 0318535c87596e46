package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaObjectiveTest {
    private static final Configuration NONE = new Configuration(Map.of());
    private static final String IMPORTS = "import dev.mendel.trial.*;\n";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        List<Path> sources = List.of(
                source("Plain", IMPORTS + """
                        public class Plain implements Objective {
                            public static int closed;
                            public FoldResult evaluate(Trial trial, int fold) { return FoldResult.of(new Part().value); }
                            public void close() { System.setProperty("plain.closed", "yes"); }
                        }
                        class Part { double value = 5; }"""),
                source("Wanting", IMPORTS + """
                        public class Wanting implements Objective {
                            public Wanting(int rows) {}
                            public FoldResult evaluate(Trial trial, int fold) { return FoldResult.of(0); }
                        }"""),
                source("Failing", IMPORTS + """
                        public class Failing implements Objective {
                            public Failing() { throw new IllegalStateException("no data"); }
                            public FoldResult evaluate(Trial trial, int fold) { return FoldResult.of(0); }
                        }"""),
                source("Other", "public class Other {}"),
                Path.of("experiments/java/Valley.java"));
        jar = CompiledObjective.jar(
                CompiledObjective.classes(Files.createDirectory(folder.resolve("classes")), sources),
                folder.resolve("own.jar"));
    }

    private Path source(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), text);
    }

    private Objective load(String type, Configuration settings) throws ObjectiveException {
        return JavaObjective.load(new JavaSettings(type, List.of(jar), settings, 1));
    }

    private static Trial trial(Map<String, Value> values) {
        return Trial.of(new TrialId(1), new Configuration(values), new Seed(1));
    }

    private static JavaSettings settings(Path source, Configuration settings, Path... jars) {
        return new JavaSettings("Own", source, List.of(jars), settings, 1, null);
    }

    @Test
    void aSourceFileIsCompiledAndItsClassesAreTakenAwayAgain() throws Exception {
        long before = compiled();
        Path source = source("Nested", "package com.example;\n" + IMPORTS + """
                public class Nested implements Objective {
                    record Pair(double a, double b) {}
                    public FoldResult evaluate(Trial trial, int fold) { return FoldResult.of(new Pair(3, 4).b()); }
                }""");
        try (var own = JavaObjective.load(settings(source, NONE))) {
            assertThat(own.evaluate(trial(Map.of()), 0).score().value()).isEqualTo(4);
            assertThat(compiled()).isEqualTo(before + 1);
        }
        assertThat(compiled()).isEqualTo(before);
    }

    private static long compiled() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("mendel-classes"))
                    .count();
        }
    }

    @Test
    void aSourceFileMayUseJarsAndSettings() throws Exception {
        Path source = source("Using", IMPORTS + """
                import dev.mendel.space.Configuration;
                public class Using implements Objective {
                    private final Valley valley;
                    public Using(Configuration settings) { valley = new Valley(settings); }
                    public FoldResult evaluate(Trial trial, int fold) { return valley.evaluate(trial, fold); }
                }""");
        var noise = new Configuration(Map.of("noise", new Value.Whole(0)));
        try (var own = JavaObjective.load(settings(source, noise, jar))) {
            Trial trial = trial(Map.of("x", new Value.Real(1), "y", new Value.Real(1)));
            assertThat(own.evaluate(trial, 0).score().value()).isEqualTo(0);
        }
    }

    @Test
    void whatIsWrongWithASourceFileIsTold() throws IOException {
        assertRefused(
                folder.resolve("Missing.java"), "objective.java: there is no file " + folder.resolve("Missing.java"));
        Path broken = source("Broken", "public class Broken {\n  int x = ;\n  Nothing y;\n}");
        assertRefused(broken, "objective.java: " + broken + " doesn't compile: line 2: illegal start of expression");
        assertRefused(
                source("Misnamed", "class Another {}"),
                "objective.java: " + folder.resolve("Misnamed.java") + " has no class Misnamed");
        assertRefused(source("Idle", "public class Idle {}"), "Idle doesn't implement dev.mendel.trial.Objective");
        assertRefused(
                source("Wordy", "public class Wordy { A a; B b; C c; D d; E e; }"),
                "line 1: cannot find symbol; line 1: cannot find symbol; line 1: cannot find symbol; and 2 more");
    }

    private static void assertRefused(Path source, String why) {
        assertThatThrownBy(() -> JavaObjective.load(settings(source, NONE)))
                .isInstanceOf(ObjectiveException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anotherSourceIsAnotherObjective() throws Exception {
        Path source = source("Changing", "class Changing {}");
        String before = Fingerprint.of(settings(source, NONE));
        source("Changing", "class Changing { int x; }");
        assertThat(Fingerprint.of(settings(source, NONE))).isNotEqualTo(before);
    }

    @Test
    void aClassOfAJarIsAskedAndClosed() throws Exception {
        System.clearProperty("plain.closed");
        try (var own = load("Plain", NONE)) {
            assertThat(own.evaluate(trial(Map.of()), 0).score().value()).isEqualTo(5);
        }
        assertThat(System.clearProperty("plain.closed")).isEqualTo("yes");
    }

    @Test
    void settingsReachTheConstructor() throws Exception {
        try (var own = load("Valley", new Configuration(Map.of("noise", new Value.Whole(0))))) {
            Trial best = trial(Map.of("x", new Value.Real(1), "y", new Value.Real(1)));
            assertThat(own.evaluate(best, 0).score().value()).isZero();
        }
    }

    @Test
    void whatIsNoObjectiveIsTold() {
        assertRefused("com.example.No", NONE, "objective.java: there is no class com.example.No in [" + jar + "]");
        assertRefused("Other", NONE, "objective.java: Other doesn't implement dev.mendel.trial.Objective");
        assertRefused("Part", NONE, "objective.java: Part doesn't implement dev.mendel.trial.Objective");
        assertRefused("Wanting", NONE, "is not a public class with the public constructor Wanting()");
        assertRefused(
                "Plain",
                new Configuration(Map.of("a", new Value.Whole(1))),
                "is not a public class with the public constructor Plain(Configuration settings)");
        assertRefused("Failing", NONE, "the constructor of Failing failed: java.lang.IllegalStateException: no data");
    }

    @Test
    void aJarThatIsNotThereIsTold() {
        jar = folder.resolve("no.jar");
        assertRefused("Plain", NONE, "objective.jar: there is no file " + jar);
    }

    @Test
    void anotherJarHasAnotherFingerprint() throws Exception {
        String one = Fingerprint.of(new JavaSettings("Plain", List.of(jar), NONE, 1));
        assertThat(Fingerprint.of(new JavaSettings("Plain", List.of(jar), NONE, 2)))
                .isEqualTo(one);
        Files.write(jar, new byte[] {1});
        assertThat(Fingerprint.of(new JavaSettings("Plain", List.of(jar), NONE, 1)))
                .isNotEqualTo(one);
    }

    private void assertRefused(String type, Configuration settings, String message) {
        assertThatThrownBy(() -> load(type, settings))
                .isInstanceOf(ObjectiveException.class)
                .hasMessageContaining(message);
    }
}
