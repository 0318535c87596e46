package dev.mendel.space;

import static dev.mendel.space.Spaces.word;
import static dev.mendel.space.Spaces.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    private static final Categorical LOSS = loss(List.of(words("nll", "cross-entropy")), null);

    private static Categorical loss(List<List<Value>> equivalent, @Nullable Value declaredDefault) {
        return new Categorical(
                "loss", words("mse", "cross-entropy", "nll"), equivalent, Condition.ALWAYS, declaredDefault);
    }

    @Nested
    class Contract extends HyperparameterContract {
        @Override
        Hyperparameter hyperparameter() {
            return LOSS;
        }
    }

    @Test
    void theFirstOfAGroupStandsForAllOfIt() {
        assertThat(words("mse", "cross-entropy", "nll"))
                .map(LOSS::canonical)
                .containsExactly(word("mse"), word("nll"), word("nll"));
    }

    @Test
    void gridNamesEachMeaningOnceInTheOrderOfTheFile() {
        assertThat(LOSS.grid()).containsExactly(word("mse"), word("nll"));
    }

    @Test
    void equivalentValuesAreOfOneKind() {
        assertThat(LOSS.bucket(word("nll"))).isEqualTo(LOSS.bucket(word("cross-entropy")));
        assertThat(LOSS.bucket(word("nll"))).isNotEqualTo(LOSS.bucket(word("mse")));
    }

    @Test
    void drawsEachOfItsWordsAsOften() {
        var random = new SplittableRandom(1);
        var counts = Stream.generate(() -> LOSS.sample(random))
                .limit(3000)
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        assertThat(counts).hasSize(3).allSatisfy((_, count) -> assertThat(count).isBetween(900L, 1100L));
    }

    @Test
    void hasTheDeclaredDefault() {
        assertThat(loss(List.of(), word("nll")).defaultValue()).isEqualTo(Optional.of(word("nll")));
    }

    @Test
    void aSingleWordLiesAtZero() {
        assertThat(Categorical.of("loss", word("mse")).unit(word("mse"))).isZero();
    }

    @Test
    void namesWhatIsAllowed() {
        assertThat(LOSS.allowed()).isEqualTo("one of mse, cross-entropy, nll");
    }

    @Test
    void refusesToChooseFromNothing() {
        assertThatThrownBy(() -> Categorical.of("loss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: no values to choose from");
    }

    @Test
    void refusesAValueListedTwice() {
        assertThatThrownBy(() -> Categorical.of("loss", word("mse"), word("mse")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: the value mse is listed twice");
    }

    @Test
    void refusesAnEquivalentValueThatIsNoChoice() {
        assertThatThrownBy(() -> loss(List.of(words("mse", "l2")), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: the equivalent value l2 is not one of its choices");
    }

    @Test
    void refusesAValueInTwoGroups() {
        assertThatThrownBy(() -> loss(List.of(words("mse", "nll"), words("nll", "cross-entropy")), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: the value nll stands in two groups of equivalent values");
    }

    @Test
    void refusesADefaultThatIsNoChoice() {
        assertThatThrownBy(() -> loss(List.of(), word("l1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: the default l1 is not one of its values");
    }

    @Test
    void keepsItsOwnCopyOfTheGroups() {
        var group = new java.util.ArrayList<>(words("nll", "cross-entropy"));
        Categorical loss = loss(List.of(group), null);
        group.set(0, word("mse"));
        assertThat(loss).isEqualTo(LOSS);
    }
}
