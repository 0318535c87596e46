package dev.mendel.search;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.space.Condition;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GenerationSummaryTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Spaces.categorical("optimizer", "sgd", "adam"),
            new RealRange("rate", 0, 1, Scale.LINEAR, null, Spaces.when("optimizer", "adam"), null),
            new RealRange("dropout", 0, 1, Scale.LINEAR, null, Condition.ALWAYS, null));
    private static final Outcome FAILED = new Outcome.Failed(0, "diverged", Duration.ZERO);

    private static Outcome score(double score) {
        return new Outcome.Finished(List.of(FoldResult.of(score)));
    }

    /// A member whose trial has a number, was asked for in one generation, and which was born in another.
    private static Individual member(long trial, int asked, int born, Outcome outcome, List<Value> genotype) {
        var evaluated = Trial.of(new TrialId(trial), SPACE.canonical(genotype), new Seed(1));
        return new Individual(genotype, new Evaluation(evaluated, asked, outcome), born);
    }

    private static Individual member(long trial, int asked, int born, Outcome outcome) {
        return member(trial, asked, born, outcome, adam(0.5, 0.5));
    }

    private static List<Value> adam(double rate, double dropout) {
        return List.of(word("adam"), real(rate), real(dropout));
    }

    private static List<Value> sgd(double rate, double dropout) {
        return List.of(word("sgd"), real(rate), real(dropout));
    }

    private static GenerationSummary summary(Individual... members) {
        return GenerationSummary.of(new Generation(3, List.of(members)), SPACE);
    }

    @Nested
    class Scores {
        @Test
        void areThoseOfTheFinished() {
            GenerationSummary summary = summary(
                    member(1, 0, 0, score(0.5)),
                    member(2, 0, 0, FAILED),
                    member(3, 0, 0, score(-0.25)),
                    member(4, 0, 0, score(0.35)));
            assertThat(summary.number()).isEqualTo(3);
            assertThat(summary.best()).isEqualTo(0.5);
            assertThat(summary.mean()).isCloseTo(0.2, within(1e-12));
            assertThat(summary.spread()).isCloseTo(0.32403703, within(1e-8));
        }

        @Test
        void areNoNumbersWhenAllFailed() {
            GenerationSummary summary = summary(member(1, 0, 0, FAILED), member(2, 3, 3, FAILED));
            assertThat(summary.best()).isNaN();
            assertThat(summary.mean()).isNaN();
            assertThat(summary.spread()).isNaN();
            assertThat(summary.failed()).isEqualTo(1);
        }

        @Test
        void mayAllBeBelowZero() {
            assertThat(summary(member(1, 0, 0, score(-2)), member(2, 0, 0, score(-1)))
                            .best())
                    .isEqualTo(-1);
        }
    }

    @Nested
    class Newborn {
        @Test
        void areTrainedWhereTheGenerationWasTheFirstToAsk() {
            GenerationSummary summary = summary(
                    member(1, 0, 0, score(1)),
                    member(5, 1, 2, score(1)),
                    member(8, 3, 3, score(1)),
                    member(9, 3, 3, score(1)));
            assertThat(summary.trained()).isEqualTo(2);
            assertThat(summary.remembered()).isZero();
        }

        @Test
        void areRememberedWhereTheConfigurationWasKnown() {
            GenerationSummary summary =
                    summary(member(1, 0, 0, score(1)), member(1, 0, 3, score(1)), member(8, 3, 3, score(1)));
            assertThat(summary.trained()).isEqualTo(1);
            assertThat(summary.remembered()).isEqualTo(1);
        }

        @Test
        void countOnceWhenTwoMeanTheSame() {
            GenerationSummary summary = summary(
                    member(8, 3, 3, FAILED),
                    member(8, 3, 3, FAILED),
                    member(9, 3, 3, score(1)),
                    member(7, 2, 2, FAILED));
            assertThat(summary.trained()).isEqualTo(2);
            assertThat(summary.remembered()).isEqualTo(1);
            assertThat(summary.failed()).isEqualTo(1);
        }
    }

    @Nested
    class Diversity {
        private double diversity(List<List<Value>> genotypes) {
            Individual[] members = genotypes.stream()
                    .map(genotype -> member(1, 0, 0, score(1), genotype))
                    .toArray(Individual[]::new);
            return summary(members).diversity();
        }

        @Test
        void isZeroWhereAllAreAlike() {
            assertThat(diversity(List.of(adam(0.5, 0.5), adam(0.5, 0.5)))).isZero();
        }

        @Test
        void isTheMeanOfSimpsonsIndexOverHyperparameters() {
            // optimizer: 1/2 and 1/2 → 1/2; rate of the two with adam: 1 and 1 → 1/2; dropout: 1/4 and 3/4 → 3/8
            assertThat(diversity(List.of(adam(0.1, 0.2), adam(0.5, 0.9), sgd(0.7, 0.9), sgd(0.3, 0.9))))
                    .isCloseTo((0.5 + 0.5 + 0.375) / 3, within(1e-12));
        }

        @Test
        void takesNumbersInTheSameTenthForAlike() {
            assertThat(diversity(List.of(adam(0.51, 0.13), adam(0.59, 0.19)))).isZero();
            assertThat(diversity(List.of(adam(0.59, 0.13), adam(0.61, 0.13)))).isCloseTo(0.5 / 3, within(1e-12));
        }

        @Test
        void leavesOutWhatTakesPartNowhere() {
            assertThat(diversity(List.of(sgd(0.1, 0.2), sgd(0.9, 0.9)))).isCloseTo(0.5 / 2, within(1e-12));
        }
    }
}
