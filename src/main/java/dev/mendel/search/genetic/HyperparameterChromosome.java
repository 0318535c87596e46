package dev.mendel.search.genetic;

import io.jenetics.Chromosome;
import io.jenetics.util.ISeq;

/// The one chromosome of a genotype: a gene for each hyperparameter of the space, in its order.
record HyperparameterChromosome(ISeq<HyperparameterGene> genes) implements Chromosome<HyperparameterGene> {

    @Override
    public HyperparameterGene get(int index) {
        return genes.get(index);
    }

    @Override
    public int length() {
        return genes.length();
    }

    @Override
    public HyperparameterChromosome newInstance(ISeq<HyperparameterGene> genes) {
        return new HyperparameterChromosome(genes);
    }

    @Override
    public HyperparameterChromosome newInstance() {
        return new HyperparameterChromosome(genes.map(HyperparameterGene::newInstance));
    }
}
