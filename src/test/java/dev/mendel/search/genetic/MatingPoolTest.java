package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatingPoolTest {
    // the first four live on: ea, eb, ec, ed
    private static final ISeq<Phenotype<HyperparameterGene, Fitness>> POPULATION =
            Populations.of(List.of("aa", "ea", "bb", "eb", "ec", "cc", "ed"), 0.1, 0.9, 0.2, 0.8, 0.7, 0.3, 0.6);

    private static EvolutionSettings settings(int children, int tournament) {
        return new EvolutionSettings(
                POPULATION.length(),
                children,
                0,
                tournament,
                1,
                1,
                0.2,
                0,
                Duplicates.KEEP,
                new Diversity(0, Scaling.ABSOLUTE),
                Screening.NONE);
    }

    private static List<String> parents(int children, int tournament, int count) {
        EvolutionSettings settings = settings(children, tournament);
        var survivors = new Survivors(new Ranking(Populations.CODEC, settings.diversity()), 0);
        var pool = new MatingPool(survivors, settings, settings.population() - settings.children());
        return RandomRegistry.with(new SplittableRandom(1))
                .call(() -> Populations.pairs(pool.select(POPULATION, count, Optimize.MAXIMUM)));
    }

    @Test
    void hasTwoDifferentParentsForEachChild() {
        List<String> parents = parents(3, 2, 500);
        assertThat(parents).hasSize(1000);
        for (int i = 0; i < parents.size(); i += 2) {
            assertThat(parents.get(i)).isNotEqualTo(parents.get(i + 1));
        }
    }

    @Test
    void hasOnlyThoseThatLiveOn() {
        assertThat(parents(3, 1, 200)).containsOnly("ea", "eb", "ec", "ed");
    }

    @Test
    void hasAllOfThemAlikeWithATournamentOfOne() {
        List<String> parents = parents(3, 1, 2000);
        for (String each : List.of("ea", "eb", "ec", "ed")) {
            assertThat(Collections.frequency(parents, each)).isBetween(900, 1100);
        }
    }

    @Test
    void hasTheBestTwoWithATournamentOfMany() {
        assertThat(parents(3, 60, 100)).hasSize(200).containsOnly("ea", "eb");
    }

    @Test
    void prefersTheBetterInATournamentOfTwo() {
        List<String> parents = parents(3, 2, 2000);
        // the best is first with probability 7/16 and second with 9/16 · 5/9; the worst 1/16 and 15/16 · 1/9
        assertThat(Collections.frequency(parents, "ea")).isBetween(1400, 1600);
        assertThat(Collections.frequency(parents, "ed")).isBetween(270, 400);
    }

    @Test
    void hasTheOnlyOneTwiceWhereOnlyOneLivesOn() {
        assertThat(parents(6, 2, 3)).hasSize(6).containsOnly("ea");
    }
}
