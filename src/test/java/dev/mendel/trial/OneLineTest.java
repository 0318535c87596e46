package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void whatCanBePrintedStays() {
        String text = "ValueError: naïve – 学習率 = 1e-3 \"x\" 😀";
        assertThat(OneLine.of(text)).isEqualTo(text);
    }

    @Test
    void commandsToATerminalAreTakenOut() {
        assertThat(OneLine.of("\u001b[31mred\u001b[0m")).isEqualTo("red");
        assertThat(OneLine.of("a\u001b]0;title\u0007b")).isEqualTo("ab");
        assertThat(OneLine.of("a\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\b"))
                .isEqualTo("alinkb");
        assertThat(OneLine.of("a\u001bc\u009b2Jb")).isEqualTo("ab");
        assertThat(OneLine.of("a\u001bPq#0\u001b\\b")).isEqualTo("ab");
        assertThat(OneLine.of("never ends \u001b]0;x")).isEqualTo("never ends");
    }

    @Test
    void linesAreJoined() {
        assertThat(OneLine.of("one\r\n  two\n\nthree\u2028four\tfive")).isEqualTo("one two three four five");
    }

    @Test
    void whatIsNotShownIsAQuestionMark() {
        assertThat(OneLine.of("a\u0000b\bc\u202ed\ud800e")).isEqualTo("a?b?c?d?e");
    }

    @Test
    void longTextsAreCut() {
        assertThat(OneLine.of("x".repeat(1_000_000)))
                .hasSize(OneLine.LONGEST + 1)
                .endsWith("x…");
    }

    @Test
    void theReasonOfAFailureIsOneLine() {
        assertThat(new Outcome.Failed(0, "\u001b[1mno\u001b[0m\nmemory", Duration.ZERO).reason())
                .isEqualTo("no memory");
    }
}
