package dev.mendel.space;

import static dev.mendel.space.Spaces.categorical;
import static dev.mendel.space.Spaces.real;
import static dev.mendel.space.Spaces.reals;
import static dev.mendel.space.Spaces.when;
import static dev.mendel.space.Spaces.whole;
import static dev.mendel.space.Spaces.word;
import static dev.mendel.space.Spaces.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private static final SearchSpace EVERYTHING = Spaces.everything();

    private static List<Value> values(String optimizer, double rate, String size, long depth) {
        return List.of(word(optimizer), real(rate), word(size), whole(depth), real(0.25), whole(64));
    }

    private static String json(List<Value> values) {
        return EVERYTHING.canonical(values).json();
    }

    @Nested
    class CanonicalConfigurations {
        @Test
        void haveAllHyperparametersWhoseConditionsHold() {
            assertThat(json(values("adam", 0.01, "large", 3)))
                    .isEqualTo("{\"optimizer\":\"adam\",\"rate\":0.01,\"size\":\"large\",\"depth\":3,"
                            + "\"dropout\":0.25,\"batch\":64}");
        }

        @Test
        void leaveOutAHyperparameterWhoseConditionFails() {
            assertThat(json(values("adam", 0.01, "small", 3)))
                    .isEqualTo("{\"optimizer\":\"adam\",\"rate\":0.01,\"size\":\"small\","
                            + "\"dropout\":0.25,\"batch\":64}");
        }

        @Test
        void leaveOutWhatDependsOnAHyperparameterLeftOut() {
            assertThat(json(values("sgd", 0.01, "large", 3)))
                    .isEqualTo("{\"optimizer\":\"sgd\",\"rate\":0.01,\"dropout\":0.25,\"batch\":64}");
            assertThat(json(values("none", 0.01, "large", 3)))
                    .isEqualTo("{\"optimizer\":\"none\",\"dropout\":0.25,\"batch\":64}");
        }

        @Test
        void areOneForEquivalentValuesAlsoInConditions() {
            assertThat(EVERYTHING.canonical(values("adam-w", 0.01, "large", 3)))
                    .isEqualTo(EVERYTHING.canonical(values("adam", 0.01, "large", 3)));
        }

        @Test
        void areOneForValuesThatTakeNoPart() {
            assertThat(EVERYTHING.canonical(values("none", 0.5, "large", 1)))
                    .isEqualTo(EVERYTHING.canonical(values("none", 0.01, "small", 5)));
        }

        @Test
        void keepGivenNumbersAsTheyAre() {
            assertThat(EVERYTHING.canonical(values("sgd", 0.010000001, "small", 1)))
                    .isNotEqualTo(EVERYTHING.canonical(values("sgd", 0.01, "small", 1)));
        }

        @Test
        void wantAllRequirementsOfACondition() {
            var both = new Condition(List.of(
                    new Condition.Requirement("a", words("yes")), new Condition.Requirement("b", words("yes"))));
            var space = SearchSpace.of(
                    categorical("a", "yes", "no"),
                    categorical("b", "yes", "no"),
                    new Ordered("c", words("low", "high"), both, null));
            assertThat(space.canonical(words("yes", "yes", "low")).has("c")).isTrue();
            assertThat(space.canonical(words("yes", "no", "low")).has("c")).isFalse();
            assertThat(space.canonical(words("no", "yes", "low")).has("c")).isFalse();
        }

        @Test
        void makeTheSameConfigurationAgainFromTheirOwnValues() {
            var random = new SplittableRandom(2);
            for (int i = 0; i < 300; i++) {
                SearchSpace space = Spaces.random(random);
                Configuration configuration = space.canonical(space.sample(random));
                List<Value> completed = space.complete(configuration.values(), random);
                assertThat(space.canonical(completed)).isEqualTo(configuration);
                assertThat(space.canonical(completed).json()).isEqualTo(configuration.json());
            }
        }

        @Test
        void refuseAnotherNumberOfValues() {
            assertThatThrownBy(() -> EVERYTHING.canonical(words("adam")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("found 1 values for 6 hyperparameters");
        }

        @Test
        void refuseAForeignValueAlsoWhereItTakesNoPart() {
            assertThatThrownBy(() -> EVERYTHING.canonical(values("none", 7, "small", 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate: 7.0 is not a number from 1e-4 to 1.0");
        }
    }

    @Nested
    class Completion {
        @Test
        void takesWhatIsGivenThenDefaultsThenDraws() {
            List<Value> values = EVERYTHING.complete(Map.of("size", word("large")), new SplittableRandom(1));
            assertThat(values).hasSize(6);
            assertThat(values.get(1)).isEqualTo(real(1e-2));
            assertThat(values.get(2)).isEqualTo(word("large"));
            assertThat(EVERYTHING.canonical(values).has("batch")).isTrue();
        }

        @Test
        void drawsTheRestAlikeWhateverIsGiven() {
            List<Value> free = EVERYTHING.complete(Map.of(), new SplittableRandom(1));
            List<Value> given = EVERYTHING.complete(Map.of("optimizer", word("none")), new SplittableRandom(1));
            assertThat(given.subList(1, 6)).isEqualTo(free.subList(1, 6));
        }

        @Test
        void refusesAnUnknownName() {
            assertThatThrownBy(() -> EVERYTHING.complete(Map.of("momentum", real(0.9)), new SplittableRandom(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("momentum: no such hyperparameter; known are"
                            + " optimizer, rate, size, depth, dropout, batch");
        }

        @Test
        void refusesAForeignValue() {
            assertThatThrownBy(() -> EVERYTHING.complete(Map.of("depth", whole(6)), new SplittableRandom(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("depth: 6 is not a whole number from 1 to 5");
        }
    }

    @Nested
    class Faults {
        @Test
        void noHyperparameters() {
            assertThatThrownBy(SearchSpace::of)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a search space has at least one hyperparameter");
        }

        @Test
        void aNameUsedTwice() {
            assertThatThrownBy(() -> SearchSpace.of(categorical("a", "x"), categorical("a", "y")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a: the name is used twice");
        }

        @Test
        void aConditionOnWhatComesLaterOrNever() {
            var early = new Ordered("b", words("low", "high"), when("a", "x"), null);
            assertThatThrownBy(() -> SearchSpace.of(early, categorical("a", "x")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("b: its condition names a, which is not declared before it");
        }

        @Test
        void aConditionOnItself() {
            var self = new Ordered("b", words("low", "high"), when("b", "low"), null);
            assertThatThrownBy(() -> SearchSpace.of(self))
                    .hasMessage("b: its condition names b, which is not declared before it");
        }

        @Test
        void aConditionThatWantsAValueNobodyCanTake() {
            var on = new Ordered("b", words("low", "high"), when("a", "x", "z"), null);
            assertThatThrownBy(() -> SearchSpace.of(categorical("a", "x", "y"), on))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("b: its condition wants a to be z, which is not one of x, y");
        }

        @Test
        void aConditionThatWantsAValueAnotherStandsFor() {
            var loss = new Categorical(
                    "loss",
                    words("nll", "cross-entropy"),
                    List.of(words("nll", "cross-entropy")),
                    Condition.ALWAYS,
                    null);
            var on = new Ordered("b", words("low", "high"), when("loss", "cross-entropy"), null);
            assertThatThrownBy(() -> SearchSpace.of(loss, on))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("b: its condition wants loss to be cross-entropy, which stands for nll; name that one");
        }

        @Test
        void aConditionThatAllowsNothing() {
            assertThatThrownBy(() -> new Condition.Requirement("model", List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a condition on model allows no value");
        }
    }

    @Nested
    class GridSizes {
        @Test
        void ofRandomSpacesAreThoseCountedByVisitingEveryPoint() {
            var random = new SplittableRandom(4);
            for (int i = 0; i < 400; i++) {
                SearchSpace space = Spaces.random(random);
                assertThat(space.rawGridSize())
                        .as("%s", space)
                        .isEqualTo(Spaces.points(space).size());
                assertThat(space.gridSize())
                        .as("%s", space)
                        .isEqualTo(Spaces.configurations(space).size());
                assertThat(space.grid())
                        .as("%s", space)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(Spaces.configurations(space));
                assertThat(space.grid())
                        .allSatisfy(each -> assertThat(each.json()).isEqualTo(new Configuration(each.values()).json()));
            }
        }

        @Test
        void areWalkedLazily() {
            var hyperparameters = java.util.stream.IntStream.range(0, 40)
                    .<Hyperparameter>mapToObj(i -> IntegerRange.of("h" + i, 1, 10, Scale.LINEAR))
                    .toList();
            var walk = new SearchSpace(hyperparameters).grid().iterator();
            assertThat(walk.next().whole("h39")).isEqualTo(1);
            assertThat(walk.next().whole("h39")).isEqualTo(2);
        }

        @Test
        void ofTheMenthaSpaceAre3600And760() {
            SearchSpace mentha = Spaces.mentha();
            assertThat(mentha.rawGridSize()).isEqualTo(3600);
            assertThat(mentha.gridSize()).isEqualTo(760);
            assertThat(Spaces.configurations(mentha)).hasSize(760);
        }

        @Test
        void areExactBeyondWhatCouldBeVisited() {
            var hyperparameters = java.util.stream.IntStream.range(0, 40)
                    .<Hyperparameter>mapToObj(i -> IntegerRange.of("h" + i, 1, 10, Scale.LINEAR))
                    .toList();
            assertThat(new SearchSpace(hyperparameters).gridSize()).isEqualTo("1" + "0".repeat(40));
        }

        @Test
        void areZeroWhereSomethingHasNoGrid() {
            var space = SearchSpace.of(
                    categorical("a", "x", "y"),
                    new RealRange("rate", 0, 1, Scale.LINEAR, null, when("a", "x"), null),
                    new RealRange("other", 0, 1, Scale.LINEAR, reals(0.5), Condition.ALWAYS, null));
            assertThat(space.ungridded()).containsExactly("rate");
            assertThat(space.rawGridSize()).isZero();
            assertThat(space.gridSize()).isZero();
        }
    }

    @Test
    void findsHyperparametersByName() {
        assertThat(EVERYTHING.find("depth"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("depth"));
        assertThat(EVERYTHING.find("width")).isEmpty();
    }

    @Test
    void everySampleMeansAConfiguration() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            List<Value> sample = EVERYTHING.sample(random);
            assertThat(EVERYTHING.canonical(sample).has("optimizer")).isTrue();
        }
    }
}
