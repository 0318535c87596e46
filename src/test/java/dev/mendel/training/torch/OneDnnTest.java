package dev.mendel.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("training")
class OneDnnTest {

    @Test
    void aLoadedEngineComputesGradientsOfConvolutionsRightly() {
        try (var memory = Torch.manager()) {
            assertThat(OneDnn.isRight(memory)).isTrue();
        }
    }
}
