package dev.mendel.search.genetic;

import dev.mendel.space.Configuration;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Orders a population for selection: who came further goes before; of those who came as far, by M_n = score_n
/// + weight · I_n, the score shared among similar members if fitness sharing is on; computed anew for each
/// population, since both depend on the others. Failed trials come last, however individual. Equals keep their
/// order.
final class Ranking implements Order {
    private final SpaceCodec codec;
    private final Individuality individuality;
    private final EvolutionSettings.Diversity diversity;

    Ranking(SpaceCodec codec, EvolutionSettings.Diversity diversity) {
        this.codec = codec;
        this.individuality = new Individuality(codec.space());
        this.diversity = diversity;
    }

    @Override
    public List<Integer> order(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        double[] metric = metric(population);
        return IntStream.range(0, population.length())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> population.get(i).fitness().rung())
                        .reversed()
                        .thenComparingDouble(i -> -metric[i]))
                .toList();
    }

    private double[] metric(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        double[] metric = population.stream()
                .mapToDouble(member -> member.fitness().value())
                .toArray();
        if (diversity.weight() == 0 && diversity.radius() == 0) {
            return metric;
        }
        List<Configuration> members = population.stream()
                .map(member -> codec.decode(member.genotype()))
                .toList();
        if (diversity.radius() > 0) {
            metric = new FitnessSharing(codec.space(), diversity.radius()).of(metric, members);
        }
        double[] different = individuality.of(members);
        double weight = diversity.weight() * unit(metric, different);
        for (int i = 0; i < metric.length; i++) {
            metric[i] += weight * different[i];
        }
        return metric;
    }

    /// The worth of one unit of individuality, in units of score.
    private double unit(double[] scores, double[] different) {
        return switch (diversity.scaling()) {
            case ABSOLUTE -> 1;
            case RELATIVE -> {
                double[] real = Arrays.stream(scores).filter(Double::isFinite).toArray();
                double most = Arrays.stream(different).max().orElse(0);
                yield real.length == 0 || most == 0
                        ? 0
                        : (Arrays.stream(real).max().orElse(0)
                                        - Arrays.stream(real).min().orElse(0))
                                / most;
            }
        };
    }
}
