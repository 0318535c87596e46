package dev.mendel.search.genetic;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import io.jenetics.Genotype;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceCodecTest {
    private static final SpaceCodec CODEC = new SpaceCodec(Spaces.everything());

    private static List<Value> none(double rate) {
        return List.of(word("none"), real(rate), word("small"), whole(1), real(0.25), whole(64));
    }

    @Test
    void decodesWhatItEncoded() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            List<Value> values = CODEC.space().sample(random);
            assertThat(CODEC.values(CODEC.encode(values))).isEqualTo(values);
            assertThat(CODEC.decode(CODEC.encode(values)))
                    .isEqualTo(CODEC.space().canonical(values));
        }
    }

    @Test
    void keepsTheValuesOfHyperparametersThatTakeNoPart() {
        assertThat(CODEC.values(CODEC.encode(none(0.125)))).contains(real(0.125));
        assertThat(CODEC.decode(CODEC.encode(none(0.125)))).isEqualTo(CODEC.decode(CODEC.encode(none(0.5))));
    }

    @Test
    void makesOneChromosomeWithAGeneForEachHyperparameter() {
        Genotype<HyperparameterGene> genotype = CODEC.encode(none(0.5));
        assertThat(genotype.length()).isEqualTo(1);
        assertThat(genotype.chromosome().stream().map(HyperparameterGene::hyperparameter))
                .isEqualTo(CODEC.space().hyperparameters());
    }

    @Test
    void makesNewGenotypesThatLieInTheSpace() {
        for (int i = 0; i < 50; i++) {
            Genotype<HyperparameterGene> fresh = CODEC.encode(none(0.5)).newInstance();
            assertThat(fresh.isValid()).isTrue();
            assertThat(CODEC.space().canonical(CODEC.values(fresh))).isEqualTo(CODEC.decode(fresh));
        }
    }

    @Test
    void knowsAGenotypeOutsideTheSpace() {
        assertThat(CODEC.encode(none(7)).isValid()).isFalse();
        assertThat(CODEC.encode(none(0.5)).isValid()).isTrue();
    }
}
