package dev.mendel.search.genetic;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import io.jenetics.Genotype;
import io.jenetics.util.ISeq;
import java.util.List;
import java.util.stream.IntStream;

/// Joins genotypes to their configurations. Encoding and decoding values is exact; several genotypes may mean
/// one configuration.
record SpaceCodec(SearchSpace space) {

    /// The genotype of a full choice of values.
    Genotype<HyperparameterGene> encode(List<Value> values) {
        ISeq<HyperparameterGene> genes = IntStream.range(0, values.size())
                .mapToObj(i -> new HyperparameterGene(space.hyperparameters().get(i), values.get(i)))
                .collect(ISeq.toISeq());
        return Genotype.of(new HyperparameterChromosome(genes));
    }

    /// The full choice of values of a genotype.
    List<Value> values(Genotype<HyperparameterGene> genotype) {
        return genotype.chromosome().stream().map(HyperparameterGene::allele).toList();
    }

    /// The configuration a genotype means.
    Configuration decode(Genotype<HyperparameterGene> genotype) {
        return space.canonical(values(genotype));
    }
}
