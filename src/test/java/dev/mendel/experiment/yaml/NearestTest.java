package dev.mendel.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("seed", "budget", "evolution");

    @ParameterizedTest
    @ValueSource(strings = {"evoluton", "evolutions", "evolutoin", "EVOLUTION", "evo-lution", "evelutian"})
    void aSlipOfTheFingersIsForgiven(String name) {
        assertThat(Nearest.to(name, KNOWN)).hasValue("evolution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "generation", "bid", "seedling", "revolutionary"})
    void nothingIsNearWhatIsAnotherWord(String name) {
        assertThat(Nearest.to(name, KNOWN)).isEmpty();
    }

    @Test
    void theLeastDifferentIsMeant() {
        assertThat(Nearest.to("adamv", List.of("adam", "adamw", "adams"))).hasValue("adam");
        assertThat(Nearest.to("adamW", List.of("adam", "adamw"))).hasValue("adamw");
    }

    @Test
    void namesOfOneLetterAreNotNearEachOther() {
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
    }

    @Test
    void theQuestionEndsASentence() {
        assertThat(Nearest.question("sede", KNOWN)).isEqualTo(" (did you mean \"seed\"?)");
        assertThat(Nearest.question("colour", KNOWN)).isEmpty();
    }
}
