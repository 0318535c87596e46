package dev.mendel.store;

import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.Individual;
import dev.mendel.space.Value;
import dev.mendel.store.Sql.Damage;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables `individuals`, `parents` and `generations`. Each individual is kept once, in the generation it is
/// born in, and each population as the numbers of its members.
final class PopulationTable {
    /// Came with format 3, and with some runs of format 2: where it is empty nothing is known of parents.
    static final String PARENTS = """
            parents (
              individual integer not null, parent integer not null,
              primary key (individual, parent)) without rowid""";
    static final List<String> TABLES = List.of("""
            individuals (
              id integer primary key, born integer not null, trial integer not null, genotype text not null)""", """
            generations (
              number integer primary key, population text not null, best real, mean real, spread real,
              diversity real not null, trained integer not null, remembered integer not null,
              failed integer not null, elapsed_ms integer not null)""", PARENTS);

    private final Sql sql;
    private final Map<Identity, Deque<Long>> living = new HashMap<>();
    private List<Long> before = List.of();
    private long last;

    /// The identity of an individual; true twins share it, and may be taken for each other.
    private record Identity(List<Value> genotype, TrialId trial, int born) {
        static Identity of(Individual individual) {
            return new Identity(
                    individual.genotype(), individual.evaluation().trial().id(), individual.born());
        }
    }

    PopulationTable(Sql sql) {
        this.sql = sql;
    }

    /// Takes up numbering where an earlier session left it.
    void restore() throws SQLException {
        last = sql.number("select coalesce(max(id), 0) from individuals");
        Optional<Generation> generation = lastGeneration();
        if (generation.isPresent()) {
            remember(generation.get().population(), lastPopulation());
        }
    }

    /// Writes a generation, and those of its members who were born in it.
    ///
    /// @param elapsed the run's time so far
    void write(Generation generation, GenerationSummary summary, Duration elapsed) throws SQLException {
        var numbers = new ArrayList<Long>();
        for (Individual individual : generation.population()) {
            Deque<Long> known = living.get(Identity.of(individual));
            numbers.add(known == null || known.isEmpty() ? bear(individual) : known.removeFirst());
        }
        writeParents(generation, numbers);
        living.clear();
        remember(generation.population(), numbers);
        sql.update(
                "insert into generations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                generation.number(),
                String.join(",", numbers.stream().map(String::valueOf).toList()),
                summary.best(),
                summary.mean(),
                summary.spread(),
                summary.diversity(),
                summary.trained(),
                summary.remembered(),
                summary.failed(),
                elapsed.toMillis());
    }

    /// The last complete generation, if there is one.
    Optional<Generation> lastGeneration() throws SQLException {
        List<Integer> number =
                sql.query("select number from generations order by number desc limit 1", row -> row.small(1));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var population = new ArrayList<Individual>();
        for (long id : lastPopulation()) {
            population.add(individual(id));
        }
        return Optional.of(new Generation(number.getFirst(), population));
    }

    /// The number of the last complete generation; -1 if there is none.
    long lastNumber() throws SQLException {
        return sql.number("select coalesce(max(number), -1) from generations");
    }

    /// The generations in numbers, in order.
    List<GenerationSummary> summaries() throws SQLException {
        return sql.query(
                "select number, best, mean, spread, diversity, trained, remembered, failed from generations"
                        + " order by number",
                row -> new GenerationSummary(
                        row.small(1),
                        row.realOrNaN(2),
                        row.realOrNaN(3),
                        row.realOrNaN(4),
                        row.real(5),
                        row.small(6),
                        row.small(7),
                        row.small(8)));
    }

    /// The numbers of each generation's members, by generation.
    List<List<Long>> members() throws SQLException {
        return sql.query("select population from generations order by number", row -> numbers(row.text(1)));
    }

    /// All that were ever born, in order.
    List<StoredIndividual> individuals() throws SQLException {
        var parents = new HashMap<Long, List<Long>>();
        sql.query(
                "select individual, parent from parents order by individual, parent",
                row -> parents.computeIfAbsent(row.whole(1), _ -> new ArrayList<>())
                        .add(row.whole(2)));
        return sql.query(
                "select id, born, trial, genotype from individuals order by id",
                row -> new StoredIndividual(
                        row.whole(1),
                        row.small(2),
                        new TrialId(row.whole(3)),
                        ValueText.genotype(row.text(4)),
                        parents.getOrDefault(row.whole(1), List.of())));
    }

    private void writeParents(Generation generation, List<Long> numbers) throws SQLException {
        for (int i = 0; i < numbers.size(); i++) {
            for (int place : generation.parents().get(i)) {
                sql.update("insert or ignore into parents values (?, ?)", numbers.get(i), before.get(place));
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
        sql.update(
                "insert into individuals values (?, ?, ?, ?)",
                last,
                individual.born(),
                individual.evaluation().trial().id().number(),
                ValueText.write(individual.genotype()));
        return last;
    }

    /// The numbers of the individuals in the last complete generation, in its order.
    private List<Long> lastPopulation() throws SQLException {
        return sql.query("select population from generations order by number desc limit 1", row -> row.text(1)).stream()
                .flatMap(joined -> numbers(joined).stream())
                .toList();
    }

    private Individual individual(long id) throws SQLException {
        var trials = new TrialReader(sql);
        return sql
                .query(
                        "select genotype, trial, born from individuals where id = ?",
                        row -> {
                            Evaluation evaluation = trials.evaluation(row.whole(2));
                            return new Individual(ValueText.genotype(row.text(1)), evaluation, row.small(3));
                        },
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Damage("a generation has individual " + id + ", which there is not"));
    }

    private static List<Long> numbers(String joined) {
        if (joined.isEmpty()) {
            return List.of();
        }
        try {
            return Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new Damage("a generation's population is no longer numbers: " + joined);
        }
    }
}
