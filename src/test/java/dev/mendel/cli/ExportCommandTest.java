package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A run of a program, written for TensorBoard.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class ExportCommandTest {
    private static final String PROGRAM = "while read -r line; do echo '{\"value\": 0.25}'; done\n";

    private static final String EXPERIMENT = """
            experiment: constant
            objective: {command: [sh, answer.sh], direction: minimise}
            space:
              x: {choices: [1, 2, 3]}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String output;

    @BeforeEach
    void run() throws IOException {
        mendel = new CommandLineFixture(folder);
        mendel.write("answer.sh", PROGRAM);
        String file = mendel.write("constant.yaml", EXPERIMENT).toString();
        output = mendel.output().toString();
        assertThat(mendel.type("grid", file, "--output", output))
                .as(mendel.err())
                .isZero();
    }

    @Test
    void tellsWhereTheEventsAreAndHowToLookAtThem() throws IOException {
        String logs = folder.resolve("logs").toString();
        assertThat(mendel.type("export", "latest", "--output", output, "--tensorboard", logs))
                .as(mendel.err())
                .isZero();
        assertThat(mendel.out())
                .contains("written  " + Path.of(logs, "constant-grid-1-"))
                .contains("look     tensorboard --logdir " + logs);
        try (Stream<Path> files = Files.walk(Path.of(logs))) {
            assertThat(files.filter(file -> file.toString().contains("tfevents")))
                    .hasSize(4);
        }
    }

    @Test
    void refusesAFileBesideTheFolder() {
        String logs = folder.resolve("logs").toString();
        assertThat(mendel.type("export", "latest", "--output", output, "--tensorboard", logs, "--to", "x"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("--to: --tensorboard has its folder already");
        assertThat(Path.of(logs)).doesNotExist();
    }

    @Test
    void isOfOneFormOnly() {
        assertThat(mendel.type("export", "latest", "--output", output, "--tensorboard", "logs", "--csv"))
                .isEqualTo(2);
        assertThat(mendel.err()).contains("--csv").contains("--tensorboard=DIR").contains("mutually exclusive");
    }
}
