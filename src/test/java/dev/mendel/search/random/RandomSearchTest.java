package dev.mendel.search.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.search.Search;
import dev.mendel.search.SearchLog;
import dev.mendel.space.Categorical;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RandomSearchTest {
    private static final SearchSpace FOUR = SearchSpace.of(
            Categorical.of("kind", new Value.Text("a"), new Value.Text("b")),
            Ordered.of("size", new Value.Whole(1), new Value.Whole(2)));

    private final SearchLog log = new SearchLog();

    private Ending search(SearchSpace space, long most, long seed, List<Map<String, Value>> initial) {
        var objective = FakeObjective.worth(1, _ -> 1);
        try (var evaluator = new LocalEvaluator(objective, new KnownTrials(new Seed(1)), 1, Limits.NONE, log)) {
            var search =
                    new Search(space, new Seed(seed), initial, Budget.NONE, Direction.MAXIMISE, null, evaluator, log);
            return new RandomSearch(most).search(search);
        }
    }

    @Test
    void endsWhenTheSpaceIsExhausted() {
        assertThat(search(FOUR, Long.MAX_VALUE, 1, List.of())).isEqualTo(Ending.EXHAUSTED);
        assertThat(log.configurations()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void endsAfterAsManyAsItWasToldToDraw() {
        assertThat(search(FOUR, 3, 1, List.of())).isEqualTo(Ending.COMPLETE);
        assertThat(log.asked).hasSize(3);
    }

    @Test
    void triesWhatTheExperimentWantsTriedFirst() {
        search(FOUR, 2, 1, List.of(Map.of("kind", new Value.Text("b"), "size", new Value.Whole(2))));
        assertThat(log.configurations().getFirst()).hasToString("kind=b size=2");
    }

    @Test
    void drawsEvenlyOnEachScale() {
        search(SearchSpace.of(RealRange.of("rate", 1e-4, 1, Scale.LOG)), 4000, 3, List.of());
        assertThat(log.configurations().stream()
                        .mapToDouble(configuration -> Math.log10(configuration.real("rate")))
                        .average()
                        .orElseThrow())
                .isBetween(-2.1, -1.9);
    }

    @Test
    void anotherSeedDrawsOthers() {
        SearchSpace space = SearchSpace.of(RealRange.of("rate", 1e-4, 1, Scale.LOG));
        search(space, 5, 3, List.of());
        search(space, 5, 4, List.of());
        assertThat(log.configurations()).hasSize(10).doesNotHaveDuplicates();
    }
}
