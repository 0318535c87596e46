package dev.mendel.space;

import static dev.mendel.space.Spaces.wholes;
import static dev.mendel.space.Spaces.word;
import static dev.mendel.space.Spaces.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderedTest {
    private static final Ordered SIZE = new Ordered("size", words("small", "medium", "large"), Condition.ALWAYS, null);

    @Nested
    class Contract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return SIZE;
        }
    }

    @Test
    void placesValuesAtEqualDistances() {
        assertThat(SIZE.values()).map(SIZE::unit).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void gridIsEveryValueInOrder() {
        assertThat(SIZE.grid()).isEqualTo(words("small", "medium", "large"));
    }

    @Test
    void eachValueIsAKindOfItsOwn() {
        assertThat(SIZE.values()).map(SIZE::bucket).containsExactly(0, 1, 2);
    }

    @Test
    void takesNumbersAsWell() {
        var batch = new Ordered("batch", wholes(16, 32, 64), Condition.ALWAYS, null);
        assertThat(batch.allowed()).isEqualTo("one of 16, 32, 64");
        assertThat(batch.unit(new Value.Whole(32))).isEqualTo(0.5);
    }

    @Test
    void refusesToChooseFromNothing() {
        assertThatThrownBy(() -> Ordered.of("size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size: no values to choose from");
    }

    @Test
    void refusesAValueListedTwice() {
        assertThatThrownBy(() -> Ordered.of("size", word("small"), word("large"), word("small")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size: the value small is listed twice");
    }

    @Test
    void refusesADefaultThatIsNoValue() {
        assertThatThrownBy(() -> new Ordered("size", words("small"), Condition.ALWAYS, word("huge")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size: the default huge is not one of its values");
    }

    @Test
    void refusesToPlaceAForeignValue() {
        assertThatThrownBy(() -> SIZE.unit(word("huge")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size: huge is not one of small, medium, large");
    }
}
