package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.Individual;
import dev.mendel.space.Value;
import dev.mendel.trial.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps each individual once, in the generation it is born in, and each population as the numbers of its
/// members.
final class Individuals {
    private final Connection connection;
    private final Statements statements;
    private final Map<Identity, Deque<Long>> living = new HashMap<>();
    private List<Long> before = List.of();
    private long last;

    /// What tells one individual from another; true twins share it, and may be taken for each other.
    private record Identity(List<Value> genotype, TrialId trial, int born) {
        static Identity of(Individual individual) {
            return new Identity(
                    individual.genotype(), individual.evaluation().trial().id(), individual.born());
        }
    }

    Individuals(Connection connection, Statements statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /// Takes up numbering where an earlier session left it.
    void restore() throws SQLException {
        var reader = new RunReader(connection);
        last = reader.number("select coalesce(max(id), 0) from individuals");
        var populations = new PopulationReader(reader);
        var generation = populations.lastGeneration();
        if (generation.isPresent()) {
            remember(generation.get().population(), populations.lastPopulation());
        }
    }

    /// Writes the newborn of a generation; returns the members' numbers, in order, joined by commas.
    String write(Generation generation) throws SQLException {
        var numbers = new ArrayList<Long>();
        for (Individual individual : generation.population()) {
            Deque<Long> known = living.get(Identity.of(individual));
            numbers.add(known == null || known.isEmpty() ? bear(individual) : known.removeFirst());
        }
        writeParents(generation, numbers);
        living.clear();
        remember(generation.population(), numbers);
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    private void writeParents(Generation generation, List<Long> numbers) throws SQLException {
        for (int i = 0; i < numbers.size(); i++) {
            for (int place : generation.parents().get(i)) {
                statements.update("insert or ignore into parents values (?, ?)", numbers.get(i), before.get(place));
            }
        }
    }

    private void remember(List<Individual> population, List<Long> numbers) {
        before = List.copyOf(numbers);
        for (int i = 0; i < population.size(); i++) {
            living.computeIfAbsent(Identity.of(population.get(i)), _ -> new ArrayDeque<>())
                    .addLast(numbers.get(i));
        }
    }

    private long bear(Individual individual) throws SQLException {
        last++;
        statements.update(
                "insert into individuals values (?, ?, ?, ?)",
                last,
                individual.born(),
                individual.evaluation().trial().id().number(),
                ValueText.write(individual.genotype()));
        return last;
    }
}
