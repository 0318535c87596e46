package dev.mendel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documents speak of what is there.
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z]+)?");
    private static final Pattern FILE = Pattern.compile("(experiments|src)/[A-Za-z0-9_./-]*[A-Za-z0-9_]");
    private static final Pattern COMMAND = Pattern.compile("mendel ([a-z]+)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"})
    void typesNamedInADocumentExist(String document) throws IOException {
        Set<String> types = types();
        assertThat(code(document).filter(code -> TYPE.matcher(code).matches()).map(DocumentsTest::outermost))
                .allSatisfy(type -> assertThat(types).contains(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "experiments/README.md"})
    void filesNamedInADocumentExist(String document) throws IOException {
        assertThat(FILE.matcher(Files.readString(Path.of(document))).results().map(MatchResult::group))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void commandsNamedInTheReadmeExist() throws IOException {
        Set<String> commands;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/mendel/cli"))) {
            commands = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Command.java"))
                    .map(name -> name.replace("Command.java", "").toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
        List<String> named = COMMAND.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(named)
                .contains("evolve", "resume")
                .allSatisfy(name -> assertThat(commands).contains(name));
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    private static Stream<String> code(String document) throws IOException {
        return CODE.matcher(Files.readString(Path.of(document))).results().map(match -> match.group(1));
    }

    private static String outermost(String type) {
        return type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    }

    private static Set<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
