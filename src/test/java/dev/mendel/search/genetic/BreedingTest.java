package dev.mendel.search.genetic;

import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.wholes;
import static dev.mendel.space.Spaces.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Race;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.space.Configuration;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.space.Value;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.Evaluation;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BreedingTest {
    private static final List<Value> MOTHER = wholes(1, 1, 1);
    private static final List<Value> FATHER = wholes(8, 8, 8);

    private static EvolutionSettings settings(double crossover, int mutations, Duplicates duplicates) {
        return new EvolutionSettings(
                10,
                4,
                1,
                2,
                crossover,
                mutations,
                0.2,
                0,
                duplicates,
                new Diversity(0, Scaling.ABSOLUTE),
                Screening.NONE);
    }

    /// A run that has asked for some configurations and learnt nothing.
    private static Experience experience(SearchSpace space, Set<Configuration> asked) {
        var experience = new Experience(space, Screening.NONE, Race.NONE, Goals.NONE);
        for (Configuration configuration : asked) {
            var trial = Trial.of(new TrialId(1), configuration, new Seed(1));
            experience.add(new Evaluation(trial, 0, new Outcome.Failed(0, "untold", Duration.ZERO)));
        }
        return experience;
    }

    /// The children of as many couples of the same two.
    private static List<List<Value>> children(
            SearchSpace space,
            EvolutionSettings settings,
            Set<Configuration> asked,
            int couples,
            List<Value> mother,
            List<Value> father) {
        var codec = new SpaceCodec(space);
        ISeq<Phenotype<HyperparameterGene, Fitness>> parents = IntStream.range(0, couples)
                .boxed()
                .flatMap(_ -> Stream.of(mother, father))
                .map(genotype -> Populations.phenotype(codec, genotype, 0))
                .collect(ISeq.toISeq());
        AltererResult<HyperparameterGene, Fitness> result = RandomRegistry.with(new SplittableRandom(21))
                .call(() -> new Breeding(codec, settings, experience(space, asked), () -> {}).alter(parents, 6));
        assertThat(result.alterations()).isEqualTo(couples);
        assertThat(result.population())
                .allMatch(child -> child.generation() == 6 && child.nonEvaluated() && child.isValid());
        return result.population().stream()
                .map(child -> codec.values(child.genotype()))
                .toList();
    }

    private static List<List<Value>> cubes(EvolutionSettings settings) {
        return children(Spaces.cube(), settings, Set.of(), 300, MOTHER, FATHER);
    }

    private static long differences(List<Value> one, List<Value> other) {
        return IntStream.range(0, one.size())
                .filter(i -> !one.get(i).equals(other.get(i)))
                .count();
    }

    @Nested
    class Mutations {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void changeExactlySoManyValuesOfTheMother(int mutations) {
            assertThat(cubes(settings(0, mutations, Duplicates.KEEP)))
                    .allMatch(child -> differences(child, MOTHER) == mutations);
        }

        @Test
        void changeAllValuesWhereThereAreFewer() {
            assertThat(cubes(settings(0, 9, Duplicates.KEEP))).allMatch(child -> differences(child, MOTHER) == 3);
        }

        @Test
        void changeEachValueAsOften() {
            List<List<Value>> children = cubes(settings(0, 1, Duplicates.KEEP));
            for (int place = 0; place < 3; place++) {
                int at = place;
                assertThat(children.stream().filter(child -> !child.get(at).equals(MOTHER.get(at))))
                        .hasSizeBetween(75, 125);
            }
        }

        @Test
        void changeOnlyWhatTakesPart() {
            List<Value> mother = List.of(word("none"), real(0.01), word("large"), whole(3), real(0.25), whole(64));
            var changed = new TreeSet<Integer>();
            for (List<Value> child :
                    children(Spaces.everything(), settings(0, 1, Duplicates.KEEP), Set.of(), 200, mother, mother)) {
                assertThat(differences(child, mother)).isEqualTo(1);
                IntStream.range(0, 6)
                        .filter(i -> !child.get(i).equals(mother.get(i)))
                        .forEach(changed::add);
            }
            // the optimizer, the dropout and the batch; not the rate, size and depth of an optimizer
            assertThat(changed).containsExactly(0, 4, 5);
        }

        @Test
        void mayChangeWhatTakesPartSinceTheChangeBefore() {
            List<Value> mother = List.of(word("none"), real(0.01), word("large"), whole(3), real(0.25), whole(64));
            assertThat(children(Spaces.everything(), settings(0, 2, Duplicates.KEEP), Set.of(), 200, mother, mother))
                    .anyMatch(child -> !child.get(1).equals(mother.get(1)))
                    .allMatch(child -> differences(child, mother) == 2);
        }

        @Test
        void makeAnotherConfiguration() {
            SearchSpace space = Spaces.everything();
            List<Value> mother = List.of(word("adam-w"), real(0.01), word("large"), whole(3), real(0.25), whole(64));
            assertThat(children(space, settings(0, 1, Duplicates.KEEP), Set.of(), 200, mother, mother))
                    .map(space::canonical)
                    .doesNotContain(space.canonical(mother));
        }
    }

    @Nested
    class Crossover {
        @Test
        void takesEachValueFromEitherParent() {
            List<List<Value>> children = cubes(settings(1, 0, Duplicates.KEEP));
            assertThat(children).allSatisfy(child -> assertThat(child).isSubsetOf(whole(1), whole(8)));
            for (int place = 0; place < 3; place++) {
                int at = place;
                assertThat(children.stream().filter(child -> child.get(at).equals(whole(8))))
                        .hasSizeBetween(120, 180);
            }
            assertThat(new HashSet<>(children)).hasSize(8);
        }

        @Test
        void happensAsOftenAsAsked() {
            long mothers = cubes(settings(0.4, 0, Duplicates.KEEP)).stream()
                    .filter(MOTHER::equals)
                    .count();
            // not crossed at all, or crossed and like the mother by chance
            assertThat(mothers / 300.0).isBetween(0.6, 0.7);
        }

        @Test
        void doesNotHappenWhereNotAsked() {
            assertThat(cubes(settings(0, 0, Duplicates.KEEP))).containsOnly(MOTHER);
        }
    }

    @Nested
    class RejectedDuplicates {
        private static final SearchSpace TWELVE =
                SearchSpace.of(IntegerRange.of("x", 0, 3, Scale.LINEAR), IntegerRange.of("y", 0, 2, Scale.LINEAR));

        private static List<Configuration> bred(int mutations, Set<Configuration> asked, int couples) {
            return children(
                            TWELVE,
                            settings(1, mutations, Duplicates.REJECT),
                            asked,
                            couples,
                            wholes(0, 0),
                            wholes(3, 2))
                    .stream()
                    .map(TWELVE::canonical)
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2})
        void areNeitherAmongSiblingsNorAmongWhatWasAsked(int mutations) {
            Set<Configuration> all = Spaces.configurations(TWELVE);
            Set<Configuration> asked = new HashSet<>(all.stream().limit(5).toList());
            assertThat(bred(mutations, asked, 7))
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(asked)
                    .hasSize(7);
        }

        @Test
        void leaveTheLastNewConfigurationToBeFound() {
            for (Configuration last : Spaces.configurations(TWELVE)) {
                Set<Configuration> asked = new HashSet<>(Spaces.configurations(TWELVE));
                asked.remove(last);
                assertThat(bred(1, asked, 1)).containsExactly(last);
            }
        }

        @Test
        void liveWhenTheSpaceIsUsedUp() {
            assertThat(bred(1, Spaces.configurations(TWELVE), 5)).hasSize(5);
        }

        @Test
        void areToldByWhatTheyMean() {
            SearchSpace space = Spaces.everything();
            List<Value> none = List.of(word("none"), real(0.01), word("large"), whole(3), real(0.25), whole(64));
            List<Value> alike = List.of(word("none"), real(0.5), word("small"), whole(5), real(0.25), whole(64));
            Configuration configuration = space.canonical(none);
            assertThat(children(space, settings(1, 0, Duplicates.REJECT), Set.of(configuration), 20, none, alike))
                    .map(space::canonical)
                    .doesNotContain(configuration)
                    .doesNotHaveDuplicates();
        }

        @Test
        void areMutatedInOnePlaceFirst() {
            List<List<Value>> children = children(
                    Spaces.cube(),
                    settings(0, 0, Duplicates.REJECT),
                    Set.of(Spaces.cube().canonical(MOTHER)),
                    1,
                    MOTHER,
                    FATHER);
            assertThat(differences(children.getFirst(), MOTHER)).isEqualTo(1);
        }
    }

    @Nested
    class KeptDuplicates {
        @Test
        void live() {
            Set<Configuration> asked = Spaces.configurations(Spaces.cube());
            assertThat(children(Spaces.cube(), settings(0, 0, Duplicates.KEEP), asked, 3, MOTHER, FATHER))
                    .containsExactly(MOTHER, MOTHER, MOTHER);
        }
    }

    @Nested
    class Newcomers {
        private List<Configuration> newcomers(Duplicates duplicates, int count) {
            SearchSpace space = RejectedDuplicates.TWELVE;
            var breeding = new Breeding(
                    new SpaceCodec(space), settings(1, 1, duplicates), experience(space, Set.of()), () -> {});
            var random = new SplittableRandom(1);
            var siblings = new HashSet<Configuration>();
            return IntStream.range(0, count)
                    .mapToObj(_ -> space.canonical(breeding.newcomer(siblings, random)))
                    .peek(siblings::add)
                    .toList();
        }

        @Test
        void areNewWhereDuplicatesAreRejected() {
            assertThat(newcomers(Duplicates.REJECT, 12)).doesNotHaveDuplicates();
        }

        @Test
        void comeAlsoWhenTheSpaceIsUsedUp() {
            assertThat(newcomers(Duplicates.REJECT, 20)).hasSize(20);
        }

        @Test
        void areDrawnFreelyWhereDuplicatesAreKept() {
            assertThat(new HashSet<>(newcomers(Duplicates.KEEP, 12))).hasSizeLessThan(12);
        }
    }
}
