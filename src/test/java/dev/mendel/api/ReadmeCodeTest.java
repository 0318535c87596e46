package dev.mendel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.external.CompiledObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pieces of code in the documents are what compiles and what is read.
class ReadmeCodeTest {
    private static final List<String> DOCUMENTS =
            List.of("README.md", "experiments/README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "BENCHMARKS.md");

    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern PLACE = Pattern.compile("(?<![{$])\\{([a-z][a-z-]*)\\}");
    private static final Set<String> FACTS = Set.of("seed", "trial", "repeat", "worker", "configuration");

    private static Stream<String> java() {
        return pieces(JAVA);
    }

    private static Stream<String> yaml() {
        return pieces(YAML);
    }

    private static Stream<String> pieces(Pattern kind) {
        return DOCUMENTS.stream()
                .flatMap(document -> kind.matcher(text(document)).results())
                .map(match -> match.group(1));
    }

    private static String text(String document) {
        try {
            return Files.readString(Path.of(document));
        } catch (IOException e) {
            throw new AssertionError(document, e);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void theJavaCompiles(String code, @TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Readme.java"), """
                import static dev.mendel.space.Hyperparameter.*;
                import dev.mendel.api.*;
                import dev.mendel.space.SearchSpace;
                import java.nio.file.Path;
                class Readme {
                    static double error(String kernel, double c) { return c; }
                    static void code() throws Exception {
                %s
                    }
                }""".formatted(code));
        CompiledObjective.classes(Files.createDirectory(folder.resolve("classes")), List.of(source));
        assertThat(folder.resolve("classes/Readme.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void theYamlIsRead(String piece) {
        assertThatCode(() -> ExperimentFile.parse("readme.yaml", whole(piece), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void thereAreSuchPieces() {
        assertThat(java()).isNotEmpty();
        assertThat(yaml()).hasSizeGreaterThanOrEqualTo(7);
    }

    /// A piece with what it leaves out: a space of what it has places for, or the section it is a part of.
    private static String whole(String piece) {
        if (piece.startsWith("experiment:")) {
            return piece;
        }
        String objective;
        if (piece.startsWith("objective:")) {
            objective = piece;
        } else if (piece.startsWith(" ")) {
            objective = "objective:\n  command: [program]\n" + piece;
        } else {
            objective = "objective:\n  digit-pairs:\n    model: both\n" + piece.indent(4);
        }
        Set<String> names = new TreeSet<>(Set.of());
        PLACE.matcher(objective)
                .results()
                .map(MatchResult::group)
                .map(each -> each.replaceAll("[{}]", ""))
                .forEach(names::add);
        names.removeAll(FACTS);
        String space = names.isEmpty()
                ? "  x: {real: [0, 1]}"
                : names.stream()
                        .map(name -> "  " + name + ": " + values(name, objective))
                        .collect(Collectors.joining("\n"));
        return "experiment: readme\n" + objective + "\nspace:\n" + space + "\n";
    }

    /// Values of a place that its piece takes.
    private static String values(String name, String piece) {
        if (Pattern.compile("(if|and) \\{" + name + "}(?! >=)").matcher(piece).find()) {
            return "{choices: [true, false]}";
        }
        return piece.contains("{" + name + "}x") ? "{ordered: [3, 5]}" : "{integer: [1, 64]}";
    }
}
