package dev.mendel.training.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Value;
import dev.mendel.training.Examples;
import dev.mendel.training.network.Tower;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TowerPatternTest {
    private static final TowerPattern DEEP = TowerPattern.of(
            "conv {channels} {kernel}x{kernel} padding same",
            "batch-norm if {normalised}",
            "conv 8 3x3 if {depth} >= 2",
            "batch-norm if {depth} >= 2 and {normalised}",
            "relu",
            "linear 20 if {depth} >= 3",
            "linear 10");

    @Test
    void namesAreThoseOfLayersAndConditionsInOrder() {
        assertThat(DEEP.names()).containsExactly("channels", "kernel", "normalised", "depth");
    }

    @Test
    void aLayerIsThereWhereAllItsConditionsHold() {
        assertThat(tower(1, true)).isEqualTo(Examples.tower("conv 4 5x5 padding 2", "batch-norm", "relu", "linear 10"));
        assertThat(tower(2, false))
                .isEqualTo(Examples.tower("conv 4 5x5 padding 2", "conv 8 3x3", "relu", "linear 10"));
        assertThat(tower(3, true))
                .isEqualTo(Examples.tower(
                        "conv 4 5x5 padding 2",
                        "batch-norm",
                        "conv 8 3x3",
                        "batch-norm",
                        "relu",
                        "linear 20",
                        "linear 10"));
    }

    @Test
    void whatALayerThatIsNotThereNamesNeedsNoValue() {
        TowerPattern pattern = TowerPattern.of("dropout {p} if {depth} >= 2", "relu");
        assertThat(pattern.tower(name -> Optional.ofNullable(
                        Map.<String, Value>of("depth", new Value.Whole(1)).get(name))))
                .isEqualTo(Examples.tower("relu"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            relu if third           | "relu if third": no condition; a condition is {name} or {name} >= NUMBER, several joined by and
            relu if {depth} > 2     | "relu if {depth} > 2": no condition; a condition is {name} or {name} >= NUMBER
            relu if {a} or {b}      | "relu if {a} or {b}": no condition; a condition is
            """)
    void whatIsNoConditionIsRefused(String line, String message) {
        assertThatThrownBy(() -> TowerPattern.of(line)).hasMessageStartingWith(message);
    }

    @Test
    void aConditionAsksForAValueOfItsKind() {
        assertThat(DEEP.fault("depth", new Value.Flag(true)))
                .contains("\"conv 8 3x3 if {depth} >= 2\" asks for a number, found: true");
        assertThat(DEEP.fault("normalised", new Value.Whole(1)))
                .contains("\"batch-norm if {normalised}\" asks for true or false, found: 1");
        assertThat(DEEP.fault("depth", new Value.Whole(0))).isEmpty();
        assertThat(DEEP.fault("normalised", new Value.Flag(false))).isEmpty();
    }

    @Test
    void aKernelIsCheckedInItsLayer() {
        assertThat(DEEP.fault("kernel", new Value.Whole(5))).isEmpty();
        assertThat(DEEP.fault("kernel", new Value.Whole(4)))
                .contains("\"conv 1 4x4 padding same\": padding same goes with an odd kernel and a stride of 1");
    }

    private static Tower tower(int depth, boolean normalised) {
        Map<String, Value> values = Map.of(
                "channels", new Value.Whole(4),
                "kernel", new Value.Whole(5),
                "depth", new Value.Whole(depth),
                "normalised", new Value.Flag(normalised));
        return DEEP.tower(name -> Optional.ofNullable(values.get(name)));
    }
}
