package dev.mendel.external.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.mendel.external.script.Answers.Point;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static Answers.Reader reader(@Nullable String answer, @Nullable String epoch) {
        return new Answers(answer, epoch).reader();
    }

    @ParameterizedTest
    @CsvSource({
        "0.93,0.93",
        "' 5 ',5",
        "-1e-3,-0.001",
        "+.5,0.5",
        "5.,5",
        "NaN,NaN",
        "nan,NaN",
        "-inf,-Infinity",
        "Infinity,Infinity",
        "1E5,100000"
    })
    void aLineThatIsANumberIsTheValue(String line, double value) {
        assertThat(reader(null, null).value(line)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loss 5", "5 6", "1,5", "0x10", "5f", "1d", "--1", "infinite", "e5", "."})
    void otherLinesAreNot(String line) {
        assertThat(reader(null, null).value(line)).isEmpty();
    }

    @Test
    void aPatternFindsTheLastValueOfALine() {
        assertThat(reader("acc: ([0-9.]+)", null).value("acc: 0.1, acc: 0.2")).contains(0.2);
        assertThat(reader("[0-9.]+(?=%)", null).value("at 93.5% of it")).contains(93.5);
        assertThat(reader("acc: (\\S+)", null).value("acc: none")).isEmpty();
        assertThat(reader("acc: ([0-9.]+)", null).value("0.5")).isEmpty();
    }

    @Test
    void groupsOfAnEpochHaveTheirMeaningByNameOrPlace() {
        assertThat(reader(null, "(?<epoch>\\d+) l=(?<loss>\\S+) a=(?<acc>\\S+)").point("3 l=0.5 a=0.9"))
                .hasValueSatisfying(point -> {
                    assertThat(point.epoch()).isEqualTo(3);
                    assertThat(point.measures()).containsExactly(entry("loss", 0.5), entry("acc", 0.9));
                });
        assertThat(reader(null, "loss=(?P<loss>\\S+)").point("loss=2").map(Point::epoch))
                .isEmpty();
        assertThat(reader(null, "loss=(?P<loss>\\S+)")
                        .point("loss=2")
                        .orElseThrow()
                        .measures())
                .containsExactly(entry("loss", 2.0));
        assertThat(reader(null, "epoch (\\d+): (\\S+)").point("epoch 4: 0.5").orElseThrow())
                .isEqualTo(new Point(4, Map.of("value", 0.5)));
        assertThat(reader(null, "acc (\\S+)").point("acc 0.5").orElseThrow().measures())
                .containsExactly(entry("value", 0.5));
        assertThat(reader(null, "(\\S+) acc (\\S+)").point("x acc 0.5")).isEmpty();
    }

    @Test
    void whatIsNoPatternIsTold() {
        assertThatThrownBy(() -> new Answers("(", null))
                .hasMessage("is no regular expression: Unclosed group at character 2");
        assertThatThrownBy(() -> new Answers("(a)(b)", null)).hasMessageContaining("more than one group");
        assertThatThrownBy(() -> new Answers(null, "abc")).hasMessageContaining("has 0 groups without names");
        assertThatThrownBy(() -> new Answers(null, "(a)(b)(c)")).hasMessageContaining("has 3 groups");
    }

    @Test
    @Timeout(20)
    void aPatternThatTakesForEverEndsInTime() {
        String line = "a".repeat(5000) + "b";
        var watched = new Watched(line, System.nanoTime() + 100_000_000L);
        assertThatThrownBy(() -> reader("(?:a+)+c", null).value(watched)).isInstanceOf(Watched.Late.class);
    }

    @Test
    @Timeout(20)
    void aLongLineOfDigitsIsReadAtOnce() {
        assertThat(reader(null, null).value("1".repeat(1_000_000) + "x")).isEmpty();
    }
}
