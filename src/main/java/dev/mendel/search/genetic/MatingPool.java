package dev.mendel.search.genetic;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The parents: two for each candidate, next to each other, each the best of a tournament among the survivors.
final class MatingPool implements Selector<HyperparameterGene, Fitness> {
    private final Survivors survivors;
    private final EvolutionSettings settings;
    private final int keep;

    /// @param keep the number of survivors
    MatingPool(Survivors survivors, EvolutionSettings settings, int keep) {
        this.survivors = survivors;
        this.settings = settings;
        this.keep = keep;
    }

    /// @param count the number of children; for each as many couples are returned as candidates are bred for it
    @Override
    public ISeq<Phenotype<HyperparameterGene, Fitness>> select(
            Seq<Phenotype<HyperparameterGene, Fitness>> population, int count, Optimize optimize) {
        ISeq<Phenotype<HyperparameterGene, Fitness>> kept = survivors.select(population, keep, optimize);
        RandomGenerator random = RandomRegistry.random();
        int couples = count * settings.screening().bred();
        int[] parents = new int[2 * couples];
        for (int couple = 0; couple < couples; couple++) {
            int first = tournament(kept.length(), -1, random);
            parents[2 * couple] = first;
            parents[2 * couple + 1] = kept.length() == 1 ? first : tournament(kept.length(), first, random);
        }
        return Arrays.stream(parents).mapToObj(kept::get).collect(ISeq.toISeq());
    }

    /// The best placed of some drawn at random, never `excluded`.
    private int tournament(int size, int excluded, RandomGenerator random) {
        int best = size;
        for (int i = 0; i < settings.tournament(); i++) {
            int drawn = random.nextInt(excluded < 0 ? size : size - 1);
            best = Math.min(best, excluded >= 0 && drawn >= excluded ? drawn + 1 : drawn);
        }
        return best;
    }
}
