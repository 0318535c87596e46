package dev.mendel.space;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.ordered;
import static dev.mendel.space.Hyperparameter.real;
import static dev.mendel.space.Hyperparameter.realLog;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What experiment files refuse, spaces built in Java refuse too.
class HyperparameterTest {
    private static void assertRefused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway") // as a careless caller does
    void nullsAreNamed() {
        assertRefused(
                () -> choices("a", 1, null), "a value is null; allowed are String, Boolean, Integer, Long and Double");
        assertRefused(
                () -> choices(null, 1, 2),
                "a hyperparameter's name is null; allowed are up to 64 letters, digits, ., - and _, beginning with a letter");
    }

    @Test
    void namesAreThoseOfFiles() {
        assertThat(choices("learning-rate_2.5", 1, 2).name()).isEqualTo("learning-rate_2.5");
        for (String name : new String[] {"", "1x", "a b", ".a", "épochs", "x".repeat(65)}) {
            assertRefused(
                    () -> choices(name, 1, 2),
                    "a hyperparameter's name is \"" + name
                            + "\"; allowed are up to 64 letters, digits, ., - and _, beginning with a letter");
        }
    }

    @Test
    void numbersThatAreEqualAreOneChoice() {
        assertRefused(() -> choices("a", 1, 1.0), "a: the value 1.0 is listed twice, as 1 too");
        assertRefused(() -> ordered("a", 0.5, 1, 0.5), "a: the value 0.5 is listed twice");
        assertThat(choices("a", 1, "1", true, "true").grid()).hasSize(4);
    }

    @Test
    void textsStayOnTheirLine() {
        assertRefused(
                () -> choices("a", "x", "y\nz"),
                "a: the value \"y\\nz\" is not a text of at least one character, without line breaks or control characters");
        assertRefused(
                () -> choices("a", "x", ""),
                "a: the value \"\" is not a text of at least one character, without line breaks or control characters");
    }

    @Test
    void endsThatNoNumberReachesAcrossAreTooFarApart() {
        assertRefused(() -> realLog("r", 1e-200, 1e200), "r: high 1.0E200 is too far from low 1.0E-200 (log scale)");
        assertRefused(() -> real("r", -1e308, 1e308), "r: high 1.0E308 is too far from low -1.0E308");
    }
}
