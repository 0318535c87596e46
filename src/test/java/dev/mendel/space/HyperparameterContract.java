package dev.mendel.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every hyperparameter promises, whatever its kind.
abstract class HyperparameterContract {
    private static final Value FOREIGN = new Value.Text("no value of any test's space");

    abstract Hyperparameter hyperparameter();

    private List<Value> samples() {
        var random = new SplittableRandom(7);
        return Stream.generate(() -> hyperparameter().sample(random)).limit(500).toList();
    }

    @Test
    void containsWhatItSamples() {
        assertThat(samples()).allMatch(hyperparameter()::contains);
    }

    @Test
    void samplesTheSameFromTheSameSeed() {
        assertThat(samples()).isEqualTo(samples());
    }

    @Test
    void containsTheCanonicalValueOfWhatItContains() {
        assertThat(samples()).map(hyperparameter()::canonical).allMatch(hyperparameter()::contains);
    }

    @Test
    void canonicalOfCanonicalIsTheSame() {
        assertThat(samples())
                .map(hyperparameter()::canonical)
                .allSatisfy(
                        value -> assertThat(hyperparameter().canonical(value)).isEqualTo(value));
    }

    @Test
    void placesValuesWithinZeroAndOne() {
        assertThat(samples()).map(hyperparameter()::unit).allMatch(unit -> unit >= 0 && unit <= 1);
    }

    @Test
    void valuesOfOneMeaningAreOfOneKind() {
        assertThat(samples())
                .allSatisfy(value -> assertThat(hyperparameter().bucket(value))
                        .isEqualTo(hyperparameter().bucket(hyperparameter().canonical(value))));
    }

    @Test
    void kindsTellSomeValuesApart() {
        assertThat(samples().stream().map(hyperparameter()::bucket).distinct().count())
                .isBetween(2L, 10L);
    }

    @Test
    void visitsEachCanonicalGridValueOnce() {
        List<Value> grid = hyperparameter().grid();
        assertThat(grid).allMatch(hyperparameter()::contains).doesNotHaveDuplicates();
        assertThat(grid).map(hyperparameter()::canonical).isEqualTo(grid);
    }

    @Test
    void refusesAForeignValueAndSaysWhatIsAllowed() {
        assertThat(hyperparameter().contains(FOREIGN)).isFalse();
        assertThatThrownBy(() -> hyperparameter().canonical(FOREIGN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(hyperparameter().name() + ": no value of any test's space is not "
                        + hyperparameter().allowed());
    }

    @Test
    void hasNoDefaultUnlessOneWasDeclared() {
        assertThat(hyperparameter().defaultValue()).isEmpty();
    }
}
