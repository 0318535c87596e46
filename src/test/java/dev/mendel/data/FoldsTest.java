package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void foldsPartitionThePairsEvenly() {
        for (int pairs = 2; pairs <= 60; pairs++) {
            for (int count = 2; count <= pairs; count++) {
                assertEvenPartition(Folds.of(pairs, count, new Random(pairs)), pairs, count);
            }
        }
        assertEvenPartition(Folds.of(1000, 3, new Random(1)), 1000, 3);
        assertEvenPartition(Folds.of(30_000, 7, new Random(1)), 30_000, 7);
    }

    @Test
    void trainingPairsAreAllOthers() {
        Folds folds = Folds.of(25, 4, new Random(1));

        for (int fold = 0; fold < 4; fold++) {
            IntStream both =
                    IntStream.concat(Arrays.stream(folds.training(fold)), Arrays.stream(folds.validation(fold)));
            assertThat(both.sorted().toArray()).isEqualTo(range(25));
        }
    }

    @Test
    void noImageBothTrainsAndValidates() throws Exception {
        DigitPairs pairs = Dataset.mnist().trainingPairs(1000, new Random(1));
        Folds folds = Folds.of(pairs.count(), 3, new Random(1));

        for (int fold = 0; fold < 3; fold++) {
            assertThat(origins(pairs.select(folds.training(fold))))
                    .doesNotContain(origins(pairs.select(folds.validation(fold))));
        }
    }

    @Test
    void aSeedMeansTheSameFolds() {
        assertThat(Folds.of(50, 5, new Random(1)).validation(2))
                .isEqualTo(Folds.of(50, 5, new Random(1)).validation(2))
                .isNotEqualTo(Folds.of(50, 5, new Random(2)).validation(2));
    }

    @Test
    void pairsAreMixed() {
        assertThat(Folds.of(50, 2, new Random(1)).validation(0)).isNotEqualTo(range(25));
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Folds folds = Folds.of(4, 2, new Random(1));
        folds.validation(0)[0] = -1;

        assertThat(folds.validation(0)[0]).isNotNegative();
    }

    @Test
    void oneFoldOrMoreFoldsThanPairsAreRefused() {
        assertThatThrownBy(() -> Folds.of(10, 1, new Random(1))).hasMessage("folds: 1 is not from 2 to 10, the pairs");
        assertThatThrownBy(() -> Folds.of(10, 11, new Random(1)))
                .hasMessage("folds: 11 is not from 2 to 10, the pairs");
    }

    private static void assertEvenPartition(Folds folds, int pairs, int count) {
        assertThat(folds.count()).isEqualTo(count);
        assertThat(IntStream.range(0, count)
                        .flatMap(fold -> Arrays.stream(folds.validation(fold)))
                        .sorted()
                        .toArray())
                .isEqualTo(range(pairs));
        assertThat(IntStream.range(0, count).map(fold -> folds.validation(fold).length))
                .allMatch(size -> size == pairs / count || size == pairs / count + 1);
    }

    private static int[] origins(DigitPairs pairs) {
        return IntStream.concat(
                        Arrays.stream(pairs.first().origins()),
                        Arrays.stream(pairs.second().origins()))
                .toArray();
    }

    private static int[] range(int count) {
        return IntStream.range(0, count).toArray();
    }
}
