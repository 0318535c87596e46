package dev.mendel.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.cli.session.Screen.Tone;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final StringWriter written = new StringWriter();

    private Screen screen(int width) {
        return new Screen(new PrintWriter(written), width, false, false);
    }

    private String[] lines() {
        return written.toString().split("\n", -1);
    }

    @Test
    void aLineThatFitsStays() {
        screen(40).line("experiment  quickstart");
        assertThat(lines()).containsExactly("experiment  quickstart", "");
    }

    @Test
    void aLongOneGoesOnBelowItsLastColumn() {
        screen(40).line("space       3 hyperparameters: optimizer, learning-rate, momentum");
        assertThat(lines())
                .containsExactly(
                        "space       3 hyperparameters:",
                        "            optimizer, learning-rate,",
                        "            momentum",
                        "");
    }

    @Test
    void oneWithoutColumnsGoesOnALittleToTheRight() {
        screen(40).line("mendel: there is no run of that name in the folder of all runs");
        assertThat(lines()).containsExactly("mendel: there is no run of that name in", "  the folder of all runs", "");
    }

    @Test
    void aLongWordIsNeverBroken() {
        String path = "/a/very/long/path/that/nobody/wants/to/see/broken/report.html";
        screen(40).line("report      " + path + " is there");
        assertThat(lines()).containsExactly("report      " + path, "            is there", "");
    }

    @Test
    void whatIsNoTerminalGetsNoEscapes() {
        Screen screen = screen(40);
        screen.passing(_ -> "bar");
        screen.line("x", Tone.BAD);
        assertThat(written.toString()).isEqualTo("x\n");
    }

    @Test
    void aTerminalGetsColoursAndALineThatIsRewritten() {
        var screen = new Screen(new PrintWriter(written), 40, true, true);
        screen.passing(_ -> "x".repeat(50));
        screen.line("bad", Tone.BAD);
        assertThat(written.toString())
                .isEqualTo("\r\u001b[K\u001b[?7l" + "x".repeat(39) + "\u001b[?7h\r\u001b[K\u001b[31mbad\u001b[0m\n");
    }
}
