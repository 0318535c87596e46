package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of programs that know nothing of Mendel, as typed.
@Timeout(120)
class ScriptsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            argparse    | python3 --version
            click       | python3 -c 'import click'
            bash        | bash --version
            make        | make --version
            r           | Rscript --version
            java        | java --version
            environment | sh -c 'awk 1 /dev/null'
            node        | node --version
            perl        | perl --version
            config      | python3 --version
            """)
    void everyScriptIsTuned(String name, String needed) throws IOException, InterruptedException {
        assumeTrue(runs(needed), () -> "the example " + name + " needs what answers to: " + needed);
        var mendel = new CommandLineFixture(folder);
        String output = mendel.output().toString();
        String file = "experiments/scripts/" + name + ".yaml";
        assertThat(mendel.type("evolve", file, "--output", output, "--trials", "6", "--seed", "3"))
                .as(mendel.out() + mendel.err())
                .isZero();
        assertThat(mendel.type("export", "latest", "--output", output, "--csv")).isZero();
        List<String> rows = mendel.out().lines().skip(1).toList();
        assertThat(rows).hasSize(6).allSatisfy(row -> assertThat(row).contains(",finished,"));
        assertThat(rows.stream().map(row -> row.split(",", -1)[3]).distinct()).hasSizeGreaterThan(2);
    }

    private static boolean runs(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command + " > /dev/null 2>&1")
                        .start()
                        .waitFor()
                == 0;
    }
}
