package dev.mendel.search.genetic;

import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.List;
import java.util.stream.IntStream;

/// Evaluated populations as tests need them.
final class Populations {
    static final double FAILED = Double.NEGATIVE_INFINITY;

    private Populations() {}

    /// Two words from a to e each.
    static final SearchSpace PAIRS = SearchSpace.of(
            Spaces.categorical("first", "a", "b", "c", "d", "e"),
            Spaces.categorical("second", "a", "b", "c", "d", "e"));

    static final SpaceCodec CODEC = new SpaceCodec(PAIRS);

    /// A member for each pair of letters, as `ab`, with the score that stands at its place.
    static ISeq<Phenotype<HyperparameterGene, Fitness>> of(List<String> pairs, double... scores) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> phenotype(CODEC, genotype(pairs.get(i)), scores[i]))
                .collect(ISeq.toISeq());
    }

    static Phenotype<HyperparameterGene, Fitness> phenotype(SpaceCodec codec, List<Value> genotype, double score) {
        return Phenotype.<HyperparameterGene, Fitness>of(codec.encode(genotype), 0)
                .withFitness(new Fitness(score));
    }

    /// The members' letters, in order.
    static List<String> pairs(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        return population.stream().map(Populations::pair).toList();
    }

    private static String pair(Phenotype<HyperparameterGene, Fitness> member) {
        return String.join(
                "", CODEC.values(member.genotype()).stream().map(Value::display).toList());
    }

    private static List<Value> genotype(String pair) {
        return Spaces.words(pair.substring(0, 1), pair.substring(1));
    }
}
