package dev.mendel.analysis;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionTest {
    private static final Categorical MODEL = Categorical.of("model", word("plain"), word("both"));
    private static final RealRange RATE = RealRange.of("rate", 1e-4, 1, Scale.LOG);
    private static final Categorical HEAD = new Categorical(
            "head",
            List.of(word("small"), word("large")),
            List.of(),
            new Condition(List.of(new Condition.Requirement("model", List.of(word("both"))))),
            null);

    @Test
    void fieldsHoldTheTrialsAtTheirPairOfValues() {
        SearchSpace space = SearchSpace.of(MODEL, RATE);
        var trials = new Trials(space)
                .scored(0.25, word("plain"), real(0.1))
                .scored(0.75, word("plain"), real(0.1))
                .scored(0.9, word("both"), real(0.01))
                .failed(word("both"), real(0.1));
        List<Interaction> pairs = Interaction.of(trials.all(), space.hyperparameters());
        assertThat(pairs)
                .containsExactly(new Interaction(
                        "model",
                        "rate",
                        List.of("plain", "both"),
                        List.of("0.01", "0.1"),
                        List.of(new Interaction.Field(1, 0, 1, 0.9, 0.9), new Interaction.Field(0, 1, 2, 0.5, 0.75))));
    }

    @Test
    void manyNumbersOfARangeArePutTogetherByTenthsOfItsScale() {
        SearchSpace space = SearchSpace.of(MODEL, RATE);
        var trials = new Trials(space);
        for (int i = 0; i < 20; i++) {
            trials.scored(i, word("plain"), real(Math.pow(10, -4 + (i + 0.5) / 5)));
        }
        Interaction pair = Interaction.of(trials.all(), space.hyperparameters()).getFirst();
        assertThat(pair.rows()).hasSize(10).startsWith("1e-4 – 2.5e-4").endsWith("0.4 – 1.0");
        assertThat(pair.fields())
                .hasSize(10)
                .allSatisfy(field -> assertThat(field.trials()).isEqualTo(2));
    }

    @Test
    void pairThatNeverTakesPartTogetherIsLeftOut() {
        SearchSpace space = SearchSpace.of(MODEL, HEAD, RATE);
        var trials = new Trials(space).scored(0.2, word("plain"), word("small"), real(0.1));
        assertThat(Interaction.of(trials.all(), space.hyperparameters()))
                .singleElement()
                .satisfies(pair -> assertThat(pair.second()).isEqualTo("rate"));
    }
}
