package dev.mendel.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.trial.FoldResult.Epoch;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final Answer.Asked ASKED = new Answer.Asked(12, 1);

    private static Answer read(String line) {
        return Answer.of(line, Optional.empty(), ASKED);
    }

    @Test
    void aValueIsRead() {
        assertThat(read("{\"value\": 0.5}")).isEqualTo(new Answer.Valued(0.5, Map.of(), false));
        assertThat(read(" {\"value\": -1e-3, \"seconds\": \"no matter\"} "))
                .isEqualTo(new Answer.Valued(-0.001, Map.of(), false));
    }

    @Test
    void anAnswerThatNamesTrialAndRepeatIsTiedToItsRequest() {
        assertThat(read("{\"trial\": 12, \"repeat\": 1, \"value\": 1}"))
                .isEqualTo(new Answer.Valued(1, Map.of(), true));
        assertThat(read("{\"trial\": 12, \"value\": 1}")).isEqualTo(new Answer.Valued(1, Map.of(), false));
        assertThat(read("{\"trial\": 12, \"repeat\": 1, \"failed\": \"no\"}"))
                .isEqualTo(new Answer.GivenUp("no", true));
    }

    @Test
    void valuesThatAreFiniteAreKeptAsMeasures() {
        assertThat(read("{\"value\": 1, \"values\": {\"a\": 2, \"b\": NaN, \"c\": \"x\"}}"))
                .isEqualTo(new Answer.Valued(1, Map.of("a", 2.0), false));
    }

    @Test
    void oneOfTheValuesCounts() {
        assertThat(Answer.of("{\"values\": {\"loss\": 2, \"a\": 3}}", Optional.of("loss"), ASKED))
                .isEqualTo(new Answer.Valued(2, Map.of("loss", 2.0, "a", 3.0), false));
        assertThat(Answer.of("{\"value\": 2}", Optional.of("loss"), ASKED).toString())
                .contains("it wrote {\"value\": 2}, which has no values.loss, as objective.value wants it");
    }

    @Test
    void whatPythonWritesForNoNumberIsRead() {
        assertThat(read("{\"value\": NaN}")).isEqualTo(new Answer.Valued(Double.NaN, Map.of(), false));
        assertThat(read("{\"value\": -Infinity}"))
                .isEqualTo(new Answer.Valued(Double.NEGATIVE_INFINITY, Map.of(), false));
    }

    @Test
    void epochsAreRead() {
        assertThat(read("{\"epoch\": 3, \"loss\": 0.5, \"value\": 0.25, \"values\": {\"a\": 1}}"))
                .isEqualTo(new Answer.Intermediate(new Epoch(3, 0.5, Map.of("value", 0.25, "a", 1.0)), 0.25, false));
        assertThat(read("{\"epoch\": 3, \"value\": NaN}"))
                .isEqualTo(new Answer.Intermediate(new Epoch(3, Double.NaN, Map.of()), Double.NaN, false));
    }

    @Test
    void theValueOfAnEpochIsTheObjectives() {
        assertThat(Answer.of("{\"epoch\": 0, \"value\": 1, \"values\": {\"a\": 2}}", Optional.of("a"), ASKED))
                .isEqualTo(
                        new Answer.Intermediate(new Epoch(0, Double.NaN, Map.of("value", 1.0, "a", 2.0)), 2.0, false));
        assertThat(read("{\"epoch\": 0}"))
                .isEqualTo(new Answer.Intermediate(new Epoch(0, Double.NaN, Map.of()), null, false));
    }

    @Test
    void aProgramMayGiveUp() {
        assertThat(read("{\"failed\": \"no memory\"}")).isEqualTo(new Answer.GivenUp("no memory", false));
        assertThat(read("{\"failed\": false, \"value\": 2}")).isEqualTo(new Answer.Valued(2, Map.of(), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    epoch 1 of 10         | it wrote epoch 1 of 10, which is not a line of JSON: {"value": 0.93}
                    0.93                  | it wrote 0.93, which is not a line of JSON
                    [1]                   | it wrote [1], which is not a line of JSON
                    {"value": 1} {}       | it wrote {"value": 1} {}, which is not a line of JSON
                    {"value": 1           | it wrote {"value": 1, which is not a line of JSON
                    {"vaule": 1}          | it wrote {"vaule": 1}, which has no value; which of several values counts
                    {"values": {"a": 1}}  | it wrote {"values": {"a": 1}}, which has no value; which of several values counts
                    {"value": null}       | it wrote {"value": null}, whose value is no number
                    {"value": "1"}        | it wrote {"value": "1"}, whose value is no number
                    {"epoch": 1.5}        | it wrote {"epoch": 1.5}, whose epoch is not a whole number from 0
                    {"epoch": -1}         | it wrote {"epoch": -1}, whose epoch is not a whole number from 0
                    """)
    void whatIsNoAnswerIsToldWithWhatIsAllowed(String line, String why) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Answer.Malformed.class,
                        malformed -> assertThat(malformed.why()).startsWith(why));
    }

    @Test
    void longLinesAreShownInPart() {
        assertThat(Answer.shown("x".repeat(5000))).hasSize(201).endsWith("…");
    }

    @Test
    void saysWhichQuestionItAnswersOrNothing() {
        assertThat(read("{\"trial\": 12, \"repeat\": 1, \"value\": 2}")).isInstanceOf(Answer.Valued.class);
        assertThat(read("{\"trial\": 12, \"value\": 2}")).isInstanceOf(Answer.Valued.class);
        assertThat(read("{\"trial\": \"the best\", \"value\": 2}")).isInstanceOf(Answer.Valued.class);
        assertThat(read("{\"trial\": 11, \"value\": 2}"))
                .isEqualTo(
                        new Answer.Late("it wrote {\"trial\": 11, \"value\": 2}, which answers another question: it was"
                                + " asked for trial 12, repeat 1"));
        assertThat(read("{\"trial\": 12, \"repeat\": 0, \"value\": 2}")).isInstanceOf(Answer.Late.class);
    }
}
