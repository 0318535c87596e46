package dev.mendel.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    @Nested
    class RealNumbers {
        @ParameterizedTest
        @CsvSource({
            "0, 0.0",
            "-0.0, 0.0",
            "1, 1.0",
            "-1, -1.0",
            "0.5, 0.5",
            "0.001, 0.001",
            "0.00123, 0.00123",
            "1e-4, 1e-4",
            "1e-6, 1e-6",
            "-2.5e-7, -2.5e-7",
            "123456, 123456.0",
            "1234567, 1234567.0",
            "12345678, 1.2345678e7",
            "1e6, 1000000.0",
            "1e7, 1e7",
            "1e22, 1e22",
            "0.1, 0.1",
            "100.25, 100.25",
            "4.9e-324, 4.9e-324",
            "1.7976931348623157e308, 1.7976931348623157e308"
        })
        void areWrittenInOneWay(double number, String text) {
            assertThat(new Value.Real(number)).hasToString(text);
        }

        @Test
        void readBackAsTheSameNumber() {
            var random = new SplittableRandom(11);
            for (int i = 0; i < 2000; i++) {
                double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-30, 30));
                assertThat(Double.parseDouble(new Value.Real(number).toString()))
                        .isEqualTo(number);
            }
        }

        @Test
        void areNeverWrittenLikeWholeNumbers() {
            var random = new SplittableRandom(12);
            for (int i = 0; i < 500; i++) {
                assertThat(new Value.Real(random.nextInt()).toString()).matches(".*[.e].*");
            }
        }

        @Test
        void knowNoNegativeZero() {
            assertThat(new Value.Real(-0.0)).isEqualTo(new Value.Real(0.0));
        }

        @Test
        void areFinite() {
            assertThatThrownBy(() -> new Value.Real(Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a real value is finite, found: NaN");
            assertThatThrownBy(() -> new Value.Real(Double.NEGATIVE_INFINITY))
                    .hasMessage("a real value is finite, found: -Infinity");
        }
    }

    @Nested
    class Words {
        @Test
        void areQuotedAndEscapedAsJson() {
            assertThat(new Value.Text("a\"b\\c\n\r\t\u0001é日")).hasToString("\"a\\\"b\\\\c\\n\\r\\t\\u0001é日\"");
        }

        @Test
        void beyondTheBasicPlaneAreWrittenAsPairs() {
            assertThat(new Value.Text("\uD83E\uDDEC")).hasToString("\"\\ud83e\\uddec\"");
        }

        @Test
        void areShownWithoutQuotes() {
            assertThat(new Value.Text("adam").display()).isEqualTo("adam");
        }

        @Test
        void areNoNumbers() {
            assertThat(new Value.Text("1")).isNotEqualTo(new Value.Whole(1)).hasToString("\"1\"");
        }
    }

    @Test
    void wholeNumbersAndFlagsAreWrittenPlainly() {
        assertThat(new Value.Whole(Long.MIN_VALUE)).hasToString("-9223372036854775808");
        assertThat(new Value.Flag(true)).hasToString("true");
        assertThat(new Value.Flag(false).display()).isEqualTo("false");
        assertThat(new Value.Whole(32).display()).isEqualTo("32");
    }

    @Test
    void aWholeNumberIsNoRealOne() {
        assertThat(new Value.Whole(1)).isNotEqualTo(new Value.Real(1));
    }
}
