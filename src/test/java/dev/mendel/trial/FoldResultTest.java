package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.trial.FoldResult.Epoch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldResultTest {
    private static FoldResult result(Map<String, Double> measures, Epoch... epochs) {
        return new FoldResult(new Score(0.5), measures, List.of(epochs), Duration.ZERO);
    }

    @Test
    void epochsAreToldOnceAndInOrder() {
        assertThat(result(Map.of(), new Epoch(0, 1), new Epoch(1, Double.NaN), new Epoch(5, 0.5))
                        .epochs())
                .hasSize(3);
        assertThatThrownBy(() -> result(Map.of(), new Epoch(1, 1), new Epoch(1, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch 1 comes after epoch 1; epochs are told once each, in ascending order");
        assertThatThrownBy(() -> result(Map.of(), new Epoch(2, 1), new Epoch(1, 0.5)))
                .hasMessage("epoch 1 comes after epoch 2; epochs are told once each, in ascending order");
        assertThatThrownBy(() -> new Epoch(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measuresAreFinite() {
        assertThatThrownBy(() -> result(Map.of("accuracy", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("measure \"accuracy\" is NaN; allowed are finite numbers");
        assertThatThrownBy(() -> new Epoch(1, 1, Map.of("accuracy", Double.POSITIVE_INFINITY)))
                .hasMessage("measure \"accuracy\" is Infinity; allowed are finite numbers");
    }
}
