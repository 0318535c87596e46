package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.Individual;
import dev.mendel.trial.TrialId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Turns rows back into the populations and individuals that they were written from.
record PopulationReader(RunReader reader) {
    /// The last complete generation, if there is one.
    Optional<Generation> lastGeneration() throws SQLException {
        List<Integer> number =
                reader.query("select number from generations order by number desc limit 1", row -> row.getInt(1));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var population = new ArrayList<Individual>();
        for (long id : lastPopulation()) {
            population.add(individual(id));
        }
        return Optional.of(new Generation(number.getFirst(), population));
    }

    /// The numbers of the individuals in the last complete generation, in its order.
    List<Long> lastPopulation() throws SQLException {
        return reader
                .query("select population from generations order by number desc limit 1", row -> row.getString(1))
                .stream()
                .flatMap(joined -> numbers(joined).stream())
                .toList();
    }

    /// All that were ever born, in order.
    List<StoredIndividual> individuals() throws SQLException {
        var parents = new HashMap<Long, List<Long>>();
        if (reader.has("parents")) {
            reader.query(
                    "select individual, parent from parents order by individual, parent",
                    row -> parents.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(row.getLong(2)));
        }
        return reader.query(
                "select id, born, trial, genotype from individuals order by id",
                row -> new StoredIndividual(
                        row.getLong(1),
                        row.getInt(2),
                        new TrialId(row.getLong(3)),
                        ValueText.genotype(row.getString(4)),
                        parents.getOrDefault(row.getLong(1), List.of())));
    }

    private static List<Long> numbers(String joined) {
        return Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
    }

    private Individual individual(long id) throws SQLException {
        return reader.query(
                        "select genotype, trial, born from individuals where id = ?",
                        row -> new Individual(
                                ValueText.genotype(row.getString(1)), reader.evaluation(row.getLong(2)), row.getInt(3)),
                        id)
                .getFirst();
    }

    /// The numbers of each generation's members, by generation.
    List<List<Long>> members() throws SQLException {
        return reader.query("select population from generations order by number", row -> numbers(row.getString(1)));
    }
}
