package dev.mendel.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.training.Examples;
import org.junit.jupiter.api.Test;

class TowerTest {
    @Test
    void shapesFollowFromTheLayers() {
        Tower tower = Examples.tower("conv 8 3x3 stride 2 padding 2", "relu", "pool 3 stride 2", "linear 5");
        assertThat(tower.shapes(Tower.ONE_DIGIT))
                .containsExactly(
                        new Shape.Image(1, 14, 14),
                        new Shape.Image(8, 8, 8),
                        new Shape.Image(8, 8, 8),
                        new Shape.Image(8, 3, 3),
                        new Shape.Vector(5));
    }

    @Test
    void parametersAreCounted() {
        Tower tower = Examples.tower("conv 8 3x3", "batch-norm", "relu", "pool 2", "linear 5", "dropout 0.5");
        assertThat(tower.parameters(Tower.TWO_DIGITS)).isEqualTo(8 * (2 * 9 + 1) + 16 + 5 * (8 * 36 + 1));
    }

    @Test
    void aLayerThatDoesNotFitIsNamedWithWhatComesInAndWhatItNeeds() {
        assertThatThrownBy(() -> Examples.tower("pool 7", "relu", "conv 4 3x3").shapes(Tower.ONE_DIGIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 3 (conv 4 3x3): 1 channel of 2x2 come in, it needs images of at least 3x3");
        assertThatThrownBy(() -> Examples.tower("linear 9", "pool 2").shapes(Tower.ONE_DIGIT))
                .hasMessage("layer 2 (pool 2): 9 numbers come in, it needs images of at least 2x2");
        assertThatThrownBy(
                        () -> Examples.tower("linear 9", "conv 2 3x3 padding 1").shapes(Tower.ONE_DIGIT))
                .hasMessage("layer 2 (conv 2 3x3 padding 1): 9 numbers come in, it needs images");
    }
}
