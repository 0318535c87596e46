package dev.mendel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    @Test
    void valuesAreWhatTheyWereWrittenAs() throws JsonProcessingException {
        JsonTree tree = JsonTree.parse("""
                {"text": "a\\u00e9", "whole": 3, "real": 3.0, "huge": 123456789012345678901, "flag": true,
                 "nothing": null, "list": [1, [], {}]}""");
        assertThat(tree.members().keySet()).containsExactly("text", "whole", "real", "huge", "flag", "nothing", "list");
        assertThat(tree.path("text").text()).isEqualTo("aé");
        assertThat(tree.path("whole").isLong()).isTrue();
        assertThat(tree.path("whole").whole()).isEqualTo(3);
        assertThat(tree.path("real").isWhole()).isFalse();
        assertThat(tree.path("real").number()).isEqualTo(3.0);
        assertThat(tree.path("huge").isWhole()).isTrue();
        assertThat(tree.path("huge").isLong()).isFalse();
        assertThat(tree.path("flag").flag()).isTrue();
        assertThat(tree.path("nothing").isNull()).isTrue();
        assertThat(tree.path("nothing").isMissing()).isFalse();
        assertThat(tree.path("list").items()).hasSize(3);
        assertThat(tree.path("list").items().getFirst().whole()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsMissingAllTheWayDown() throws JsonProcessingException {
        JsonTree tree = JsonTree.parse("[1]");
        assertThat(tree.path("a").path("b").isMissing()).isTrue();
        assertThat(tree.path("a").text()).isEmpty();
        assertThat(tree.path("a").items()).isEmpty();
        assertThat(JsonTree.parse("  ").isMissing()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.required("a"))
                .withMessage("a is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "1 2", "{} x", "nul", "'a'", "NaN", "[1,]", "{\"a\":1,}", "01", "\"a"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void pythonsNumbersAreReadWhereThatIsAsked() throws JsonProcessingException {
        assertThat(JsonTree.parseLenient("NaN").number()).isNaN();
        assertThat(JsonTree.parseLenient("[-Infinity]").items().getFirst().number())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void deepNestingEndsWithAnErrorAndNotWithTheStack() {
        assertThatThrownBy(() -> JsonTree.parse("[".repeat(1_000_000))).isInstanceOf(JsonProcessingException.class);
    }
}
