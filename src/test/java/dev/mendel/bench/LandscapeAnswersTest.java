package dev.mendel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.bench.landscape.Family;
import dev.mendel.json.JsonTree;
import dev.mendel.report.MendelJson;
import dev.mendel.trial.Seed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandscapeAnswersTest {
    private final LandscapeAnswers valley = new LandscapeAnswers(Family.VALLEY);

    /// What another optimizer is told is what Mendel searches.
    @ParameterizedTest
    @EnumSource(Family.class)
    void tellsTheSpaceAsTasksDo(Family family) throws Exception {
        Map<String, Object> answer = new LandscapeAnswers(family).answer("{\"draw\": 3}");
        JsonTree told = JsonTree.parse(MendelJson.line(answer));
        assertThat(TaskSpace.read(told.required("space")))
                .isEqualTo(SearchTask.of(family, new Seed(3)).space());
    }

    @Test
    void tellsValuesAndRegrets() {
        String request = "{\"draw\": 7, \"configuration\": {\"x0\": 0.5, \"x1\": 0.25}}";
        assertThat(valley.answer(request))
                .containsEntry("value", 643.7420021125588)
                .containsEntry("regret", 2.261939312787144);
        assertThat(valley.answer(request.replace("7", "8"))).isNotEqualTo(valley.answer(request));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThatThrownBy(() -> valley.answer("{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no JSON: ");
        assertThatThrownBy(() -> valley.answer("{}")).hasMessage("draw is missing");
        assertThatThrownBy(() -> valley.answer("{\"draw\": 1, \"configuration\": {\"x0\": 7, \"x1\": 0}}"))
                .hasMessageContaining("x0 is 7.0, not a number from 0.0 to 1.0");
        assertThatThrownBy(() -> valley.answer("{\"draw\": 1, \"configuration\": {\"x0\": 1}}"))
                .hasMessageContaining("x1");
    }
}
