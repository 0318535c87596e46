package dev.mendel.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.trial.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"adam", "cross-entropy", "conv 32 3x3", "a.b/c_d", "für", "9lives"})
    void plainWordsStayBare(String word) {
        assertThat(PlainWord.write(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    ^^      | ""
                    1       | "1"
                    1e-4    | "1e-4"
                    true    | "true"
                    null    | "null"
                    a: b    | "a: b"
                    a #b    | "a #b"
                    -       | "-"
                    - a     | "- a"
                    [a]     | "[a]"
                    {n}     | "{n}"
                    a"b     | "a\\"b"
                    a\\b    | "a\\\\b"
                    ^ a ^   | " a "
                    ^a  b^  | "a  b"
                    ---     | "---"
                    .inf    | ".inf"
                    """)
    void whatWouldMeanSomethingElseIsQuoted(String word, String written) {
        assertThat(PlainWord.write(word)).isEqualTo(written);
    }

    @Test
    void everyTextReadsBack() {
        RandomGenerator random = new Seed(5).random();
        for (int i = 0; i < 5000; i++) {
            String text = text(random);
            String written = "[" + PlainWord.write(text) + ", {" + PlainWord.write(text) + ": x}]";
            var faults = new Faults();
            Node.Sequence read = (Node.Sequence) YamlReader.read(written, new Place.InFile("x"), "", faults);
            assertThat(faults.inOrder()).as(written).isEmpty();
            assertThat(Literal.of((Node.Scalar) read.items().getFirst())).isEqualTo(new Literal.Word(text));
            assertThat(((Node.Mapping) read.items().getLast())
                            .entries()
                            .getFirst()
                            .name())
                    .isEqualTo(text);
        }
    }

    /// A short text of characters that mean something to YAML, and of any others.
    private static String text(RandomGenerator random) {
        String telling = "-?:,[]{}#&*!|>'\"%@`\\ .~\n\t\r0123456789eE+nulltrue\u0085\u2028\u00e9\u0000\u001b\ufeff";
        var out = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int c = random.nextInt(8) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : -1;
            boolean whole = c >= 0 && Character.getType(c) != Character.SURROGATE;
            out.appendCodePoint(whole ? c : telling.charAt(random.nextInt(telling.length())));
        }
        return out.toString();
    }
}
