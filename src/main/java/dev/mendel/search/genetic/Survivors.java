package dev.mendel.search.genetic;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The survivors: the elite by score alone, then the first of the ranking.
final class Survivors implements Selector<HyperparameterGene, Fitness> {
    private final Order ranking;
    private final int elite;

    Survivors(Order ranking, int elite) {
        this.ranking = ranking;
        this.elite = elite;
    }

    /// The survivors, in the order of the ranking.
    @Override
    public ISeq<Phenotype<HyperparameterGene, Fitness>> select(
            Seq<Phenotype<HyperparameterGene, Fitness>> population, int count, Optimize optimize) {
        List<Integer> ranked = ranking.order(population);
        Set<Integer> kept = new HashSet<>(ranked.stream()
                .sorted(Comparator.comparing(
                                (Integer place) -> population.get(place).fitness())
                        .reversed())
                .limit(Math.min(elite, count))
                .toList());
        for (int place : ranked) {
            if (kept.size() < count) {
                kept.add(place);
            }
        }
        return ranked.stream().filter(kept::contains).map(population::get).collect(ISeq.toISeq());
    }
}
