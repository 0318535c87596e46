package dev.mendel.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.external.CompiledObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeCodeTest {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void theJavaOfTheReadmeCompiles(@TempDir Path folder) throws IOException {
        Matcher code = JAVA.matcher(Files.readString(Path.of("README.md")));
        assertThat(code.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Readme.java"), """
                import static dev.mendel.space.Hyperparameter.*;
                import dev.mendel.api.*;
                import dev.mendel.space.SearchSpace;
                class Readme {
                    static double error(double c) { return c; }
                    static void code() throws Exception {
                %s
                    }
                }""".formatted(code.group(1)));
        CompiledObjective.classes(Files.createDirectory(folder.resolve("classes")), List.of(source));
        assertThat(folder.resolve("classes/Readme.class")).exists();
    }
}
