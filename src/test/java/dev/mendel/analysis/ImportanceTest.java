package dev.mendel.analysis;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final Categorical X = Categorical.of("x", word("a"), word("b"));
    private static final Categorical Y = Categorical.of("y", word("u"), word("v"));
    private static final Categorical Z = new Categorical(
            "z",
            List.of(word("p"), word("q")),
            List.of(),
            new Condition(List.of(new Condition.Requirement("x", List.of(word("a"))))),
            null);

    private static Importance of(String name, List<Importance> all) {
        return all.stream()
                .filter(each -> each.hyperparameter().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The best five are the five with a: the divergence is ½ (1/½ − 1)² + ½ (0 − 1)² = 1, and with half of
    /// the trials among the best x explains ½² · 1 = 1/4, all of the variance there is. Of the best three have
    /// u, of the others two: ½ (0.6/½ − 1)² + ½ (0.4/½ − 1)² = 0.04, so y explains 1/100. By lot x would have
    /// ½² · (10/9) / 5 · (1 − 5/10) · (½ · ½ / ½ + ½ · ½ / ½) = 1/36.
    @Test
    void sharesAreThoseOfAHandComputedCase() {
        var trials = new Trials(SearchSpace.of(X, Y));
        for (int i = 0; i < 5; i++) {
            trials.scored(0.9 + i / 100.0, word("a"), word(i < 3 ? "u" : "v"));
            trials.scored(0.5 + i / 100.0, word("b"), word(i < 2 ? "u" : "v"));
        }
        List<Importance> importance = Importance.of(trials.all(), SearchSpace.of(X, Y));
        assertThat(importance).extracting(Importance::hyperparameter).containsExactly("x", "y");
        assertThat(of("x", importance).share()).isEqualTo(0.25 / 0.26, CLOSE);
        assertThat(of("y", importance).share()).isEqualTo(0.01 / 0.26, CLOSE);
        assertThat(of("x", importance).chance()).isEqualTo(1.0 / 36 / 0.26, CLOSE);
        assertThat(of("x", importance).active()).isEqualTo(1);
    }

    /// All that finished have a, all that were stopped b: of twenty trials five are the best, and x explains
    /// ¼² · (½ (1/½ − 1)² + ½ (0 − 1)²) = 1/16. Of the best three have u, of the others half or so: y explains
    /// ¼² · 0.04.
    @Test
    void aStoppedTrialIsAmongTheOthers() {
        var trials = new Trials(SearchSpace.of(X, Y));
        for (int i = 0; i < 5; i++) {
            trials.scored(0.9 + i / 100.0, word("a"), word(i < 3 ? "u" : "v"));
            trials.scored(0.5 + i / 100.0, word("a"), word(i < 2 ? "u" : "v"));
            trials.stopped(word("b"), word("u"));
            trials.stopped(word("b"), word("v"));
        }
        List<Importance> importance = Importance.of(trials.all(), SearchSpace.of(X, Y));
        assertThat(of("x", importance).share()).isEqualTo(1 / 1.04, CLOSE);
        assertThat(of("y", importance).share()).isEqualTo(0.04 / 1.04, CLOSE);
        assertThat(of("x", importance).active()).isEqualTo(1);
    }

    /// Ten of a hundred trials are the best, not a tenth of the fifteen that finished: they all have a, as half
    /// of all trials, and eight have u, the five best among them. x explains ¹⁄₁₀² · 1, y ¹⁄₁₀² · 0.36.
    @Test
    void theBestAreATenthOfAllThatHaveNotFailed() {
        var trials = new Trials(SearchSpace.of(X, Y));
        for (int i = 0; i < 15; i++) {
            trials.scored(0.9 - i / 100.0, word("a"), word(i < 8 ? "u" : "v"));
        }
        for (int i = 0; i < 85; i++) {
            trials.stopped(word(i < 35 ? "a" : "b"), word(i < 42 ? "u" : "v"));
        }
        List<Importance> importance = Importance.of(trials.all(), SearchSpace.of(X, Y));
        assertThat(of("x", importance).share()).isEqualTo(1 / 1.36, CLOSE);
        assertThat(of("y", importance).share()).isEqualTo(0.36 / 1.36, CLOSE);
    }

    @Test
    void conditionalOneIsNotCreditedWithTakingPart() {
        SearchSpace space = SearchSpace.of(X, Z);
        var trials = new Trials(space);
        for (int i = 0; i < 6; i++) {
            trials.scored(i < 5 ? 0.9 : 0.3, word("a"), word(i % 2 == 0 ? "p" : "q"));
            trials.scored(0.5, word("b"), word("p"));
        }
        List<Importance> importance = Importance.of(trials.all(), space);
        assertThat(of("x", importance).share()).isGreaterThan(0.9);
        assertThat(of("z", importance).active()).isEqualTo(0.5);
    }

    /// Ten of twenty trials have a; the best five are those of them with p. x: ¼² · 1 = 1/16. z, in the half
    /// where it takes part, where half are among the best: ½ · ½² · 1 = 1/8.
    @Test
    void conditionalOneIsJudgedWhereItTakesPart() {
        SearchSpace space = SearchSpace.of(X, Z);
        var trials = new Trials(space);
        for (int i = 0; i < 10; i++) {
            trials.scored(i < 5 ? 0.9 : 0.4, word("a"), word(i < 5 ? "p" : "q"));
            trials.scored(0.5, word("b"), word("p"));
        }
        List<Importance> importance = Importance.of(trials.all(), space);
        assertThat(of("z", importance).share()).isEqualTo(2.0 / 3, CLOSE);
        assertThat(of("x", importance).share()).isEqualTo(1.0 / 3, CLOSE);
    }

    @Test
    void rangeThatDecidesStandsOutFromOneThatDoesNot() {
        SearchSpace space =
                SearchSpace.of(RealRange.of("rate", 1e-4, 1, Scale.LOG), RealRange.of("noise", 0, 1, Scale.LINEAR));
        List<Importance> importance = Importance.of(ranges(space).all(), space);
        Importance rate = of("rate", importance);
        Importance noise = of("noise", importance);
        assertThat(rate.share()).isGreaterThan(0.8).isGreaterThan(3 * rate.chance());
        assertThat(noise.share()).isLessThan(3 * noise.chance());
    }

    private static Trials ranges(SearchSpace space) {
        var trials = new Trials(space);
        for (int i = 0; i < 200; i++) {
            double unit = (i * 0.618034) % 1;
            double rate = Math.pow(10, -4 + 4 * unit);
            trials.scored(-Math.abs(Math.log10(rate) + 2), real(rate), real((i * 0.754878) % 1));
        }
        return trials;
    }

    @Test
    void failedTrialsAreLeftOut() {
        var trials = new Trials(SearchSpace.of(X, Y));
        for (int i = 0; i < 5; i++) {
            trials.scored(0.9, word("a"), word(i < 3 ? "u" : "v"));
            trials.scored(0.5, word("b"), word(i < 2 ? "u" : "v"));
        }
        List<Importance> without = Importance.of(trials.all(), SearchSpace.of(X, Y));
        trials.failed(word("a"), word("v")).failed(word("a"), word("v"));
        assertThat(Importance.of(trials.all(), SearchSpace.of(X, Y))).isEqualTo(without);
    }

    @Test
    void nothingIsSaidOfFewTrials() {
        var trials = new Trials(SearchSpace.of(X));
        for (int i = 0; i < Importance.FEWEST - 1; i++) {
            trials.scored(i, word("a"));
        }
        assertThat(Importance.of(trials.all(), SearchSpace.of(X))).isEmpty();
    }

    @Test
    void nothingDecidesWhereAllScoreAlike() {
        var trials = new Trials(SearchSpace.of(X, Y));
        for (int i = 0; i < 12; i++) {
            trials.scored(0.5, word(i % 2 == 0 ? "a" : "b"), word(i % 3 == 0 ? "u" : "v"));
        }
        List<Evaluation> all = trials.all();
        assertThat(Importance.of(all, SearchSpace.of(X, Y)))
                .extracting(Importance::share)
                .containsOnly(0.0);
    }
}
