package dev.mendel.search.genetic;

import static dev.mendel.search.genetic.Populations.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivorsTest {
    /// So heavy that individuality alone decides.
    private static final Diversity HEAVY = new Diversity(1000, Scaling.ABSOLUTE);

    private static final Diversity NONE = new Diversity(0, Scaling.ABSOLUTE);

    // individualities: aa 1, ab and ba 4/3, cc 2
    private static final ISeq<Phenotype<HyperparameterGene, Fitness>> POPULATION =
            Populations.of(List.of("aa", "ab", "ba", "aa", "cc"), 0.9, 0.4, 0.3, 0.8, 0.1);

    private static List<String> survivors(
            Diversity diversity, int elite, int count, ISeq<Phenotype<HyperparameterGene, Fitness>> population) {
        var survivors = new Survivors(new Ranking(Populations.CODEC, diversity), elite);
        return Populations.pairs(survivors.select(population, count, Optimize.MAXIMUM));
    }

    @Test
    void areTheFirstOfTheRanking() {
        assertThat(survivors(NONE, 0, 3, POPULATION)).containsExactly("aa", "aa", "ab");
        assertThat(survivors(HEAVY, 0, 3, POPULATION)).containsExactly("cc", "ab", "ba");
    }

    @Test
    void keepTheEliteByScoreWhateverTheRankingSays() {
        assertThat(survivors(HEAVY, 1, 3, POPULATION)).containsExactly("cc", "ab", "aa");
        assertThat(survivors(HEAVY, 2, 3, POPULATION)).containsExactly("cc", "aa", "aa");
    }

    @Test
    void keepTheBestByScoreWhereOnlyOneSurvives() {
        assertThat(survivors(HEAVY, 2, 1, POPULATION)).containsExactly("aa");
    }

    @Test
    void holdTheMemberItselfWithItsFitness() {
        var survivors = new Survivors(new Ranking(Populations.CODEC, HEAVY), 1);
        assertThat(survivors.select(POPULATION, 2, Optimize.MAXIMUM).stream().map(Phenotype::fitness))
                .containsExactly(new Fitness(0.1), new Fitness(0.9));
    }

    @Test
    void areNoFailedTrialsWhileThereAreFinishedOnes() {
        var population = Populations.of(List.of("ee", "aa", "dd", "ab", "ac"), FAILED, 0.1, FAILED, -7, 0.2);
        assertThat(survivors(HEAVY, 3, 3, population)).containsExactlyInAnyOrder("aa", "ab", "ac");
        assertThat(survivors(HEAVY, 0, 4, population)).endsWith("ee").contains("aa", "ab", "ac");
    }

    @Test
    void areSomeoneEvenWhenAllFailed() {
        var population = Populations.of(List.of("aa", "bb"), FAILED, FAILED);
        assertThat(survivors(HEAVY, 1, 1, population)).hasSize(1);
    }
}
