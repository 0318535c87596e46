package dev.mendel.space;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Configuration CONFIGURATION = configuration();

    private static Configuration configuration() {
        var values = new LinkedHashMap<String, Value>();
        values.put("model", word("both"));
        values.put("learning-rate", real(1e-3));
        values.put("batch", whole(100));
        values.put("nesterov", new Value.Flag(true));
        return new Configuration(values);
    }

    @Test
    void isWrittenAsOneJsonObjectInTheOrderOfTheSpace() {
        assertThat(CONFIGURATION.json())
                .isEqualTo("{\"model\":\"both\",\"learning-rate\":0.001,\"batch\":100,\"nesterov\":true}");
    }

    @Test
    void namesAreEscapedAsJson() {
        assertThat(new Configuration(Map.of("a\"b", whole(1))).json()).isEqualTo("{\"a\\\"b\":1}");
    }

    @Test
    void withoutValuesIsAnEmptyObject() {
        assertThat(new Configuration(Map.of()).json()).isEqualTo("{}");
    }

    @Test
    void isShownToPeopleAsPairs() {
        assertThat(CONFIGURATION).hasToString("model=both learning-rate=0.001 batch=100 nesterov=true");
    }

    @Test
    void keepsItsOwnCopyOfTheValues() {
        var values = new LinkedHashMap<String, Value>(CONFIGURATION.values());
        var configuration = new Configuration(values);
        values.clear();
        assertThat(configuration).isEqualTo(CONFIGURATION).hasSameHashCodeAs(CONFIGURATION);
        assertThatThrownBy(() -> configuration.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isEqualInWhateverOrderItsValuesAre() {
        var turned = new LinkedHashMap<String, Value>();
        CONFIGURATION.values().entrySet().stream()
                .toList()
                .reversed()
                .forEach(entry -> turned.put(entry.getKey(), entry.getValue()));
        assertThat(new Configuration(turned)).isEqualTo(CONFIGURATION).hasSameHashCodeAs(CONFIGURATION);
        turned.put("batch", whole(50));
        assertThat(new Configuration(turned)).isNotEqualTo(CONFIGURATION);
    }

    @Nested
    class Reading {
        @Test
        void givesValuesByTheirType() {
            assertThat(CONFIGURATION.text("model")).isEqualTo("both");
            assertThat(CONFIGURATION.real("learning-rate")).isEqualTo(1e-3);
            assertThat(CONFIGURATION.whole("batch")).isEqualTo(100);
            assertThat(CONFIGURATION.flag("nesterov")).isTrue();
        }

        @Test
        void takesAWholeNumberForAReal() {
            assertThat(CONFIGURATION.real("batch")).isEqualTo(100.0);
        }

        @Test
        void tellsWhatTakesPart() {
            assertThat(CONFIGURATION.has("model")).isTrue();
            assertThat(CONFIGURATION.has("lambda")).isFalse();
            assertThat(CONFIGURATION.find("model")).contains(word("both"));
            assertThat(CONFIGURATION.find("lambda")).isEmpty();
        }

        @Test
        void refusesWhatTakesNoPart() {
            assertThatThrownBy(() -> CONFIGURATION.real("lambda"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no lambda in the configuration"
                            + " model=both learning-rate=0.001 batch=100 nesterov=true");
        }

        @Test
        void refusesAnotherType() {
            assertThatThrownBy(() -> CONFIGURATION.text("batch"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("batch is 100, not a word");
            assertThatThrownBy(() -> CONFIGURATION.real("model")).hasMessage("model is both, not a number");
            assertThatThrownBy(() -> CONFIGURATION.whole("learning-rate"))
                    .hasMessage("learning-rate is 0.001, not a whole number");
            assertThatThrownBy(() -> CONFIGURATION.flag("batch")).hasMessage("batch is 100, not true or false");
        }
    }
}
