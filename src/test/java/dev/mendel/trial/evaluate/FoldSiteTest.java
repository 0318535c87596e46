package dev.mendel.trial.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FoldSiteTest {
    private static final List<Configuration> ONE = List.of(new Configuration(Map.of("x", new Value.Whole(1))));

    private final KnownTrials known = new KnownTrials(new Seed(1));
    private final List<FoldRun> runs = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final TrialListener log = new TrialListener() {
        @Override
        public void foldFinished(FoldRun run) {
            runs.add(run);
        }

        @Override
        public void siteChanged(String line) {
            news.add(line);
        }
    };

    /// A site of which a test says what it answers.
    private abstract static class Elsewhere implements FoldSite {
        Consumer<String> listener = _ -> {};
        boolean closed;

        @Override
        public void tell(Consumer<String> told) {
            listener = told;
        }

        @Override
        public void leave(TrialId trial) {}

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void foldsKeepWhereAndSinceWhenTheyWereEvaluated() {
        var site = new Elsewhere() {
            @Override
            public Answer evaluate(Trial trial, int fold, int epochs) {
                listener.accept("far joined");
                return new Result(FoldResult.of(7), new Slot("far", 9, Instant.EPOCH));
            }
        };
        try (var evaluator = new LocalEvaluator(site, 1, known, 2, Limits.NONE, log)) {
            assertThat(evaluator.evaluate(0, ONE)).hasSize(1);
        }
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.host()).isEqualTo("far");
            assertThat(run.worker()).isEqualTo(9);
            assertThat(run.started()).isEqualTo(Instant.EPOCH);
        });
        assertThat(news).containsExactly("far joined");
        assertThat(site.closed).isTrue();
    }

    @Test
    void theEndOfASiteEndsTheEvaluationAndIsNoOutcome() {
        var site = new Elsewhere() {
            @Override
            public Answer evaluate(Trial trial, int fold, int epochs) {
                throw new SiteException("spark://far:7077: is gone");
            }
        };
        try (var evaluator = new LocalEvaluator(site, 1, known, 2, Limits.NONE, log)) {
            assertThatThrownBy(() -> evaluator.evaluate(0, ONE))
                    .isInstanceOf(SiteException.class)
                    .hasMessage("spark://far:7077: is gone");
        }
        assertThat(known.find(ONE.getFirst())).isEmpty();
    }

    @Test
    void whatASiteThrowsAfterAStopIsNoFault() {
        var self = new ArrayList<LocalEvaluator>();
        var site = new Elsewhere() {
            @Override
            public Answer evaluate(Trial trial, int fold, int epochs) {
                self.getFirst().stop();
                throw new SiteException("spark://far:7077: is gone");
            }
        };
        try (var evaluator = new LocalEvaluator(site, 1, known, 1, Limits.NONE, log)) {
            self.add(evaluator);
            assertThatThrownBy(() -> evaluator.evaluate(0, ONE)).isInstanceOf(SearchEndedException.class);
        }
    }
}
