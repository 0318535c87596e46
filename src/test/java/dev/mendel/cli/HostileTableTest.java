package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tables of names and texts that could be taken for something else.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class HostileTableTest {
    /// Fails for one text with words that command a terminal; is worth 0.1, three times, for others.
    private static final String PROGRAM = """
            while read -r line; do
              case $line in
                *=1+1*) printf '%s\\n' '{"failed": "\\u001b[31mred\\u001b[0m\\nand more"}' ;;
                *) echo '{"value": 0.1, "values": {"trial": 3}}' ;;
              esac
            done
            """;

    private static final String EXPERIMENT = """
            experiment: hostile
            objective: {command: [sh, answer.sh], repeats: 3}
            space:
              trial: {choices: [1, "1", "=1+1", true, "true", "-x"]}
              score: {choices: ["@a", b]}
              value: {ordered: [-1, 2]}
            """;

    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private String output;

    @BeforeEach
    void run() throws IOException {
        mendel = new CommandLineFixture(folder);
        mendel.write("answer.sh", PROGRAM);
        String file = mendel.write("hostile.yaml", EXPERIMENT).toString();
        output = mendel.output().toString();
        assertThat(mendel.type("grid", file, "--output", output))
                .as(mendel.err())
                .isZero();
    }

    private List<String> csv() {
        mendel.type("export", "latest", "--output", output, "--csv");
        return mendel.out().lines().toList();
    }

    @Test
    void columnsAndCellsAreToldApart() {
        List<String> lines = csv();
        assertThat(lines.getFirst())
                .startsWith("trial,generation,state,score,spread,")
                .endsWith(",hyperparameter trial,hyperparameter score,value,fold 1,fold 2,fold 3,mean trial");
        assertThat(lines)
                .anyMatch(line -> line.contains(",1,'@a,-1,"))
                .anyMatch(line -> line.contains(",\"\"\"1\"\"\",b,2,"))
                .anyMatch(line -> line.contains(",true,b,"))
                .anyMatch(line -> line.contains(",\"\"\"true\"\"\",b,"))
                .anyMatch(line -> line.contains(": red and more,'=1+1,"))
                .anyMatch(line -> line.contains(",'-x,"));
    }

    @Test
    void equalRepeatsHaveNoSpread() {
        assertThat(csv()).filteredOn(line -> line.contains("finished")).allMatch(line -> line.contains(",0.0,"));
    }

    @Test
    void nothingCommandsATerminal() throws IOException {
        assertThat(mendel.out()).contains(": red and more").doesNotContain("\u001b");
        mendel.type("best", "latest", "--output", output, "-n", "50");
        assertThat(mendel.out()).contains("trial=\"1\"", "trial=1 ", "trial=\"true\"", "trial=true ");
        try (var runs = Files.list(mendel.output())) {
            assertThat(runs.findFirst().orElseThrow().resolve("mendel.log"))
                    .content()
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void differentValuesCheckAsDifferent() {
        mendel.type("check", folder.resolve("hostile.yaml").toString(), "--no-trial");
        assertThat(mendel.out()).contains("1, \"1\", =1+1, true, \"true\", -x");
    }
}
