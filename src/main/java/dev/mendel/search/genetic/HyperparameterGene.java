package dev.mendel.search.genetic;

import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import io.jenetics.Gene;
import io.jenetics.util.RandomRegistry;

/// A gene that carries its hyperparameter, so that operators know its kind.
record HyperparameterGene(Hyperparameter hyperparameter, Value allele) implements Gene<Value, HyperparameterGene> {

    @Override
    public HyperparameterGene newInstance() {
        return newInstance(hyperparameter.sample(RandomRegistry.random()));
    }

    @Override
    public HyperparameterGene newInstance(Value value) {
        return new HyperparameterGene(hyperparameter, value);
    }

    @Override
    public boolean isValid() {
        return hyperparameter.contains(allele);
    }
}
