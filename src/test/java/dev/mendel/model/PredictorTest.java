package dev.mendel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.data.DigitImages;
import dev.mendel.training.TestedNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("training")
class PredictorTest {
    @TempDir
    Path folder;

    static Set<String> kinds() {
        return Models.kinds().keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void answersScoreAsTheTestOfTheTrainingDid(String kind) throws Exception {
        TestedNetwork tested = Models.trained(kind);
        ModelFolder.write(folder.resolve("model"), Models.result(tested), ModelFolder.Filled.REFUSE);
        try (Predictor predictor = Predictor.open(folder.resolve("model"))) {
            List<Prediction> answers = predictor.predict(Models.digits());
            int[] targets = Models.testPairs().targets();
            assertThat(share(targets, i -> answers.get(i).lessOrEqual() ? 1 : 0))
                    .isEqualTo(tested.test().score().value());
            if (answers.getFirst().first() != null) {
                assertThat(share(Models.testPairs().first().classes(), i -> first(answers.get(i))))
                        .isEqualTo(tested.test().measures().get("first digit accuracy"));
            }
        }
    }

    @Test
    void digitsAreNamedOnlyWhereTheirClassesWereLearnt() throws Exception {
        assertThat(answer("model naive").first()).isNotNull();
        assertThat(answer("model both").second()).isNotNull();
        assertThat(answer("model sharing").first()).isNull();
        assertThat(answer("classes not learnt").first()).isNull();
    }

    @Test
    void anOddNumberOfImagesIsRefused() throws Exception {
        try (Predictor predictor = predictor("model both")) {
            DigitImages three = predictor.images(Models.testImages().subList(0, 3));
            assertThatThrownBy(() -> predictor.predict(three))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 images make no pairs; allowed is an even number");
        }
    }

    private Prediction answer(String kind) throws Exception {
        try (Predictor predictor = predictor(kind)) {
            Prediction answer = predictor.predict(Models.digits()).getFirst();
            assertThat(answer.probability()).isBetween(0.0, 1.0);
            return answer;
        }
    }

    private Predictor predictor(String kind) throws Exception {
        Path model = folder.resolve(kind);
        ModelFolder.write(model, Models.result(Models.trained(kind)), ModelFolder.Filled.REFUSE);
        return Predictor.open(model);
    }

    private static int first(Prediction answer) {
        return Objects.requireNonNull(answer.first()).digit();
    }

    private static double share(int[] truth, ToIntFunction<Integer> said) {
        long right = IntStream.range(0, truth.length)
                .filter(i -> said.applyAsInt(i) == truth[i])
                .count();
        return (double) right / truth.length;
    }
}
