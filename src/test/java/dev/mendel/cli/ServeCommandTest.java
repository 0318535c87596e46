package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void open() {
        line = new CommandLineFixture(folder);
    }

    private String output() {
        return line.output().toString();
    }

    @Test
    void thereHaveToBeRuns() throws Exception {
        assertThat(line.type("serve", "--output", output())).isEqualTo(2);
        assertThat(line.err()).isEqualTo("mendel: " + output() + ": there is no such folder of runs\n");
        Files.createDirectory(line.output());
        assertThat(line.type("serve", "--output", output())).isEqualTo(2);
        assertThat(line.err()).startsWith("mendel: " + output() + ": holds no run; ");
        assertThat(line.type("serve", "nothing", "--output", output())).isEqualTo(2);
        assertThat(line.err()).startsWith("mendel: nothing: no such run; ");
    }

    @Test
    void aPortIsANumberOfAPort() throws Exception {
        Path experiment = line.write("tiny.yaml", CommandLineFixture.TINY);
        for (String port : new String[] {"-1", "65536", "99999"}) {
            assertThat(line.type("evolve", experiment.toString(), "--output", output(), "--serve", "--port", port))
                    .isEqualTo(2);
            assertThat(line.err()).contains("--port: " + port + " is not a whole number from 0 to 65535");
        }
        assertThat(line.type("evolve", experiment.toString(), "--output", output(), "--port", "80"))
                .isEqualTo(2);
        assertThat(line.err()).contains("--port: needs --serve");
        assertThat(line.output()).doesNotExist();
    }

    @Test
    @Tag("training")
    void aRunSaysWhereItIsFollowed() throws Exception {
        Path experiment = line.write("tiny.yaml", CommandLineFixture.TINY);
        assertThat(line.type("evolve", experiment.toString(), "--output", output(), "--serve", "-q"))
                .isZero();
        assertThat(line.out())
                .containsPattern("page        http://127\\.0\\.0\\.1:\\d+/runs/tiny-genetic-\\S+\\?token=[\\w-]{22}\n");
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(line.type("serve", "--output", output(), "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(2);
            assertThat(line.err()).startsWith("mendel: port " + taken.getLocalPort() + " of 127.0.0.1 can't be had: ");
        }
    }
}
