package dev.mendel.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteppedTest {
    private static Stepped reals(double low, double high, double step) {
        return Stepped.of("x", new Value.Real(low), new Value.Real(high), new Value.Real(step));
    }

    private static Stepped wholes(long low, long high, long step) {
        return Stepped.of("x", Spaces.whole(low), Spaces.whole(high), Spaces.whole(step));
    }

    @Nested
    class Whole extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return wholes(16, 512, 16);
        }
    }

    @Nested
    class Real extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return reals(-0.2, 1, 0.05);
        }
    }

    @Nested
    class Few extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return wholes(3, 7, 2);
        }
    }

    @Test
    void itsNumbersAreThoseOnSteps() {
        assertThat(wholes(16, 60, 16).grid()).isEqualTo(Spaces.wholes(16, 32, 48));
        assertThat(wholes(16, 60, 16)).isEqualTo(wholes(16, 48, 16));
        assertThat(reals(0, 0.3, 0.05).grid())
                .map(Value::toString)
                .containsExactly("0.0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3");
        assertThat(reals(0.1, 1, 0.3).grid()).isEqualTo(Spaces.reals(0.1, 0.4, 0.7, 1));
        assertThat(reals(-1e-3, 1e-3, 1e-3).grid()).isEqualTo(Spaces.reals(-1e-3, 0, 1e-3));
    }

    @Test
    void eachNumberIsDrawnAsOften() {
        var counts = new HashMap<Value, Integer>();
        var random = new SplittableRandom(3);
        for (int i = 0; i < 12_000; i++) {
            counts.merge(wholes(0, 25, 5).sample(random), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 2000) < 200);
    }

    @Test
    void aNumberThatWasAddedUpIsTheStepItMisses() {
        Stepped steps = reals(0, 1, 0.05);
        assertThat(steps.canonical(new Value.Real(3 * 0.05))).isEqualTo(new Value.Real(0.15));
        assertThat(steps.contains(new Value.Real(0.16))).isFalse();
        assertThat(steps.contains(new Value.Real(1.05))).isFalse();
        assertThat(steps.contains(new Value.Real(-0.05))).isFalse();
        assertThat(steps.contains(new Value.Real(1e300))).isFalse();
        assertThat(steps.contains(Spaces.whole(1))).isFalse();
        assertThat(wholes(0, 9, 3).contains(Spaces.whole(4))).isFalse();
        assertThat(wholes(0, 9, 3).contains(new Value.Real(3))).isFalse();
    }

    @Test
    void placesAndNumbersAreEachOthers() {
        for (Stepped steps : List.of(wholes(-7, 90, 4), reals(0.3, 0.9, 0.01), reals(-5, 5, 1e-5))) {
            steps.grid()
                    .forEach(value -> assertThat(steps.at(steps.unit(value))).isEqualTo(value));
            assertThat(steps.at(0)).isEqualTo(steps.lowest());
            assertThat(steps.at(1)).isEqualTo(steps.highest());
        }
    }

    @Test
    void aGridAndADefaultAreOnSteps() {
        Range gridded = reals(0, 1, 0.05).with(Spaces.reals(0.1 + 0.2, 1), Condition.ALWAYS, new Value.Real(3 * 0.05));
        assertThat(gridded.grid()).isEqualTo(Spaces.reals(0.3, 1));
        assertThat(gridded.defaultValue()).contains(new Value.Real(0.15));
        assertThatThrownBy(() -> wholes(0, 9, 3).with(Spaces.wholes(4), Condition.ALWAYS, null))
                .hasMessage("x: the grid value 4 is not one of its values");
        assertThatThrownBy(() -> wholes(0, 9, 3).withDefault(4))
                .hasMessage("x: the default 4 is not one of its values");
    }

    @Test
    void aSpaceOfStepsIsFinite() {
        var space = SearchSpace.of(wholes(16, 512, 16), Hyperparameter.realSteps("y", 0, 1, 0.05));
        assertThat(space.size().map(Number::intValue)).contains(32 * 21);
        assertThat(space.gridSize().intValue()).isEqualTo(32 * 21);
        assertThat(SearchSpace.of(wholes(0, 1L << 52, 1)).size()).isEmpty();
    }

    @Test
    void javaProgramsSayIntegersAndReals() {
        assertThat(Hyperparameter.integerSteps("x", 16, 512, 16)).isEqualTo(wholes(16, 512, 16));
        assertThat(new Configuration(Map.of("x", wholes(16, 512, 16).at(0.1))).integer("x"))
                .isEqualTo(64);
        assertThat(wholes(16, 512, 16).allowed()).isEqualTo("a whole number from 16 to 512 in steps of 16");
        assertThat(reals(0, 1, 0.05).allowed()).isEqualTo("a number from 0.0 to 1.0 in steps of 0.05");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 'x: step 0.0 is not > 0 and at most the range, from 0.0 to 1.0'",
        "0, 1, -0.1, 'x: step -0.1 is not > 0 and at most the range, from 0.0 to 1.0'",
        "0, 1, 1.5, 'x: step 1.5 is not > 0 and at most the range, from 0.0 to 1.0'",
        "1, 0, 0.1, x: low 1.0 is not < high 0.0",
        "1e16, 2e16, 0.1, x: step 0.1 is too small for numbers of this size",
        "0, 1, 1e-300, x: step 1e-300 is too small for numbers of this size",
    })
    void stepsThatDoNotFitAreRefused(double low, double high, double step, String message) {
        assertThatThrownBy(() -> reals(low, high, step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
