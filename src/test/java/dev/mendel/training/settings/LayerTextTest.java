package dev.mendel.training.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.training.network.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv 32 3x3",
                "conv 32 3x3 stride 2",
                "conv 32 5x5 stride 2 padding 2",
                "pool 2",
                "pool 3 stride 2",
                "relu",
                "linear 100",
                "batch-norm",
                "dropout 0.25"
            })
    void aLayerReadsAsItIsWritten(String line) {
        assertThat(LayerText.parse(line)).hasToString(line);
    }

    @Test
    void spacesDoNotMatter() {
        assertThat(LayerText.parse("  pool   2 ")).isEqualTo(new Layer.MaxPool(2, 2));
    }

    @Test
    void samePaddingKeepsTheSizeOfImages() {
        assertThat(LayerText.parse("conv 8 3x3 padding same")).isEqualTo(new Layer.Convolution(8, 3, 1, 1));
        assertThat(LayerText.parse("conv 8 5x5 padding same")).isEqualTo(new Layer.Convolution(8, 5, 1, 2));
        assertThat(LayerText.parse("conv 8 1x1 padding same")).isEqualTo(new Layer.Convolution(8, 1, 1, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    conf 32 3x3           | "conf 32 3x3": no layer; a layer is one of: conv CHANNELS KxK
                    conv 32               | "conv 32": no layer; a layer is one of: conv CHANNELS KxK
                    conv 0 3x3            | "conv 0 3x3": channels is a whole number from 1, found: 0
                    conv 8 3x5            | "conv 8 3x5": a kernel is square, as in 3x3
                    conv 8 3x3 padding 3  | "conv 8 3x3 padding 3": padding is a whole number from 0 to 2
                    conv 8 4x4 padding same | "conv 8 4x4 padding same": padding same goes with an odd kernel and a stride of 1
                    conv 8 3x3 stride 2 padding same | "conv 8 3x3 stride 2 padding same": padding same goes with
                    dropout 1             | "dropout 1": a dropout probability is from 0 to less than 1, found: 1.0
                    linear -3             | "linear -3": no layer
                    """)
    void whatIsNoLayerIsRefused(String line, String message) {
        assertThatThrownBy(() -> LayerText.parse(line)).hasMessageStartingWith(message);
    }
}
