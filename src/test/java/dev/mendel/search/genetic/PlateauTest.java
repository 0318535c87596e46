package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Categorical;
import dev.mendel.space.Configuration;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateauTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            RealRange.of("x", 0, 1, Scale.LINEAR),
            RealRange.of("y", 0, 1, Scale.LINEAR),
            Categorical.of("kind", new Value.Text("a"), new Value.Text("b")));

    private final Plateau plateau = new Plateau(SPACE);

    private static Configuration at(double x, double y) {
        return SPACE.canonical(List.of(new Value.Real(x), new Value.Real(y), new Value.Text("a")));
    }

    @Test
    void isWhereEnoughTrialsShareTheBestScore() {
        for (int trial = 1; trial <= 5; trial++) {
            plateau.add(at(0.1 * trial, 0.05 * trial), 1);
            plateau.add(at(0.1 * trial, 0), -trial);
        }
        assertThat(plateau.isReached()).isFalse();
        plateau.add(at(0.6, 0.3), 1);
        assertThat(plateau.isReached()).isTrue();
        plateau.add(at(0.7, 0.3), 0.9);
        assertThat(plateau.isReached()).isTrue();
        plateau.add(at(0.8, 0.3), 1.1);
        assertThat(plateau.isReached()).isFalse();
    }

    /// The score depends on x alone: that many have the best x is no plateau.
    @Test
    void isNoneWhereAHyperparameterHasNoEffect() {
        for (int trial = 1; trial <= 9; trial++) {
            plateau.add(at(0.5, 0.1 * trial), 1);
        }
        assertThat(plateau.isReached()).isFalse();
    }

    @Test
    void isNoneWithoutAnyOrder() {
        SearchSpace choices = SearchSpace.of(Categorical.of("kind", new Value.Text("a"), new Value.Text("b")));
        var none = new Plateau(choices);
        for (int trial = 0; trial < 9; trial++) {
            none.add(choices.canonical(List.of(new Value.Text("a"))), 1);
        }
        assertThat(none.isReached()).isFalse();
    }
}
