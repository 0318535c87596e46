package dev.mendel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.Spaces;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import dev.mendel.trial.evaluate.TrialEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchObserverTest {
    private static final Trial TRIAL = Trial.of(new TrialId(1), new Configuration(Map.of()), new Seed(1));
    private static final Generation GENERATION = new Generation(2, List.of());
    private static final GenerationSummary SUMMARY = GenerationSummary.of(GENERATION, Spaces.cube());
    private static final FoldRun FOLD = new FoldRun(TRIAL, 0, FoldResult.of(1), 1, Instant.EPOCH);

    private final List<String> heard = new ArrayList<>();

    /// Writes down what it hears under its name.
    private SearchObserver named(String name) {
        return new SearchListener() {
            @Override
            public void asked(int generation, List<Trial> trials) {
                heard.add(name + " asked " + trials.size() + " in " + generation);
            }

            @Override
            public void foldFinished(FoldRun run) {
                heard.add(name + " fold " + run.fold());
            }

            @Override
            public void finished(Trial trial, Outcome outcome) {
                heard.add(name + " finished " + trial.id());
            }

            @Override
            public void caughtUp() {
                heard.add(name + " caught up");
            }

            @Override
            public void generationFinished(Generation generation, GenerationSummary summary) {
                heard.add(name + " generation " + generation.number());
            }
        };
    }

    private static void tell(SearchObserver observer) {
        observer.on(new TrialEvent.Asked(2, List.of(TRIAL)));
        observer.on(new TrialEvent.FoldFinished(FOLD));
        observer.on(new TrialEvent.Finished(TRIAL, new Outcome.Failed(0, "diverged", Duration.ZERO)));
        observer.on(new TrialEvent.CaughtUp());
        observer.on(new SearchEvent.GenerationFinished(GENERATION, SUMMARY));
    }

    @Test
    void severalHearAllInTheirOrder() {
        tell(SearchObserver.all(List.of(named("store"), named("screen"))));
        assertThat(heard)
                .containsExactly(
                        "store asked 1 in 2",
                        "screen asked 1 in 2",
                        "store fold 0",
                        "screen fold 0",
                        "store finished 1",
                        "screen finished 1",
                        "store caught up",
                        "screen caught up",
                        "store generation 2",
                        "screen generation 2");
    }

    @Test
    void noneHearsWhatAnEarlierOneCouldNotKeep() {
        SearchObserver broken = new SearchListener() {
            @Override
            public void finished(Trial trial, Outcome outcome) {
                throw new IllegalStateException("the disk is full");
            }
        };
        assertThatThrownBy(() -> tell(SearchObserver.all(List.of(broken, named("screen")))))
                .hasMessage("the disk is full");
        assertThat(heard).containsExactly("screen asked 1 in 2", "screen fold 0");
    }

    @Test
    void oneMayListenToNothing() {
        tell(SearchObserver.NONE);
        assertThat(heard).isEmpty();
    }
}
