package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.store.RunDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first command of README in full: every machine prints what stands there, and keeps the same tables.
@Tag("training")
class QuickstartSampleTest {
    /// The SHA-256 of all that the run's trials and folds are, row by row. Another one on another machine is a
    /// bug.
    private static final String TABLES = "0ed3074bf4f6320079aa0e627ffae52ae5f0464781b2a26959389d0ff2489cc9";

    private static String printed = "";
    private static Path run = Path.of("");

    @BeforeAll
    static void firstCommandOfTheReadme(@TempDir Path folder) {
        var mendel = new CommandLineFixture(folder);
        int code = mendel.type(
                "evolve",
                "experiments/quickstart.yaml",
                "--output",
                mendel.output().toString());
        assertThat(code).as(mendel.err()).isZero();
        printed = mendel.out();
        run = RunDirectory.all(mendel.output()).getFirst().path();
    }

    @Test
    void printsWhatTheReadmeShows() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf("experiment  quickstart");
        String sample = readme.substring(from, readme.indexOf("```", from));
        assertThat(withoutTimes(sample)).isEqualTo(withoutTimes(printed));
    }

    @Test
    void keepsTheSameTablesOnEveryMachine() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + run.resolve("run.db"));
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select id, generation, configuration, seed, state, score, failed_fold, reason from trials"
                            + " order by id",
                    "select trial, fold, score, measures from folds order by trial, fold",
                    "select * from epochs order by 1, 2, 3",
                    "select * from individuals order by 1, 2, 3")) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            digest.update((row.getString(i) + "|").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(TABLES);
    }

    /// Without what no two runs share: the times and the folder.
    private static String withoutTimes(String text) {
        return text.replaceAll("\\S*quickstart-genetic-1-\\d{8}-\\d{6}", "RUN")
                .replaceAll("\\d+:\\d\\d", "0:00")
                .replaceAll("after [0-9.]+ s", "after 0 s")
                .replace("./mendel", "mendel")
                .strip();
    }
}
