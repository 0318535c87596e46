package dev.mendel.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-7, -7", "+7, 7", "007, 7", "9223372036854775807, 9223372036854775807"})
    void wholeNumbersHaveNoPoint(String written, long number) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Whole(number));
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 0.0001", "1E3, 1000", "1., 1", ".5, 0.5", "-0.0, -0.0", "+2.5e+1, 25", "0e999999999, 0"})
    void realNumbersHaveAPointOrAnExponent(String written, double number) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Real(number));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "FALSE, false"})
    void flagsAreTrueAndFalse(String written, boolean flag) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Flag(flag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothingHasFiveNames(String written) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "no", "on", "off", "tRue", "0x10", "0o7", "1_000", "1,5", "1e", "e5", ".", "-", "inf"})
    void everythingElseIsAWord(String written) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Word(written));
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, too large a whole number",
        "1e309, too large a number",
        "1e-400, too close to zero to be told from it",
        ".inf, not a finite number",
        "-.Inf, not a finite number",
        ".NaN, not a finite number"
    })
    void numbersThatCannotBeHeldAreKnownAsSuch(String written, String why) {
        assertThat(Literal.plain(written)).isEqualTo(new Literal.Unheld(why));
    }

    @Test
    void quotesMakeAWordOfAnything() {
        var quoted = new Node.Scalar(new Place.InFile("x.yaml"), "1", Node.Style.QUOTED);
        assertThat(Literal.of(quoted)).isEqualTo(new Literal.Word("1"));
    }
}
