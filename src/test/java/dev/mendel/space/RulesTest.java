package dev.mendel.space;

import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.ordered;
import static dev.mendel.space.Hyperparameter.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final SearchSpace LAYERS = SearchSpace.of(
            choices("kind", "flat", "deep"),
            integer("hidden-1", 1, 4),
            integer("hidden-2", 1, 4).when("kind", "deep"),
            real("rate", 0, 1));

    private static Configuration layers(Object kind, long first, long second, double rate) {
        return LAYERS.canonical(Value.all(kind, first, second, rate));
    }

    @ParameterizedTest
    @CsvSource({
        "a<=b, a <= b",
        "a - b >= 1, a - b >= 1",
        "a -b>= 1, a - b >= 1",
        "a-b >= 1, a-b >= 1",
        "a.b*2 < c_d, a.b * 2 < c_d",
        "(a) != ((2)), a != 2",
        "(a + b) * c == 1e3, (a + b) * c == 1000",
        "(a * b) + c > .5, a * b + c > 0.5",
        "a - (b - c) > 1.25e-9, a - (b - c) > 1.25e-9",
        "(a - b) - c > 1, a - b - c > 1",
        "a / (b * c) > 1, a / (b * c) > 1",
        "a / b * c > 1, a / b * c > 1",
        "-a > -1, -a > -1",
        "-(a + b) > - -1, -(a + b) > 1",
        "--a > -(2), --a > -2",
        "-a * b > 1 - -2, -a * b > 1 - -2",
        "4-a > 2, 4 - a > 2",
        "a > -0.0, a > -0",
        "a > 1e300, a > 1e300",
    })
    void aConditionIsReadAndWritten(String text, String written) {
        Rule.Where rule = Rule.Where.of(text);
        assertThat(rule).hasToString(written);
        assertThat(Rule.Where.of(written)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * c == 7        | true",
                "(a + b) * c == 9      | true",
                "a - b - c == -4       | true",
                "a - (b - c) == 2      | true",
                "b / c / a == 0.6666666666666666 | true",
                "-a + c == 2           | true",
                "a / 0 > 1e300         | true",
                "a / 0 - a / 0 <= 1    | false",
                "a / 0 - a / 0 != 1    | true",
                "a < b                 | true",
                "b < a                 | false",
                "c >= 3                | true",
                "c > 3                 | false",
            })
    void arithmeticIsThatOfDoubles(String text, boolean holds) {
        Map<String, Value> values = Map.of("a", Spaces.whole(1), "b", Spaces.real(2), "c", Spaces.whole(3));
        assertThat(Rule.Where.of(text).holds(values)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^            | is empty, where a name, a number or ( should be",
                "a             | compares nothing; a condition is such as hidden2 <= hidden1",
                "a <           | ends after \"<\", where a name, a number or ( should be",
                "a < * b       | \"*\" stands after \"<\", where a name, a number or ( should be",
                "< b           | \"<\" stands first, where a name, a number or ( should be",
                "a = b         | \"=\" is no comparison; equal is ==",
                "a b < c       | \"b\" stands after \"a\", where + - * / or <=, <, >=, >, == or != should be",
                "a < b c       | \"c\" stands after \"b\", where + - * / should be",
                "a < 2b        | \"b\" stands after \"2\", where + - * / should be",
                "a <= b <= c   | \"<=\" is a second comparison; write two conditions",
                "(a < b        | a ( is not closed",
                "a < (b        | a ( is not closed",
                "a < b)        | \")\" stands after \"b\", where + - * / should be",
                "a & b         | \"&\" is not understood; there are names, numbers, + - * / and parentheses, compared by <=, <, >=, >, == or !=",
                "a < 1e999     | 1e999 is too large for a number",
                "1 < 2         | names no hyperparameter",
                "a ! b         | \"!\" stands after \"a\", where + - * / or <=, <, >=, >, == or != should be",
            })
    void whatIsNoConditionIsTold(String text, String message) {
        assertThatThrownBy(() -> Rule.Where.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void conditionsHaveBounds() {
        assertThatThrownBy(() -> Rule.Where.of("(".repeat(51) + "a"))
                .hasMessage("has more than 50 parentheses in each other");
        assertThatThrownBy(() -> Rule.Where.of("a" + "+a".repeat(250) + " < 1"))
                .hasMessage("has 503 names, numbers and signs; at most 500 are read");
        Rule.Where long500 = Rule.Where.of("a" + "+a".repeat(248) + " < 1");
        assertThat(Rule.Where.of(long500.toString())).isEqualTo(long500);
    }

    @Test
    void everyConditionReadsBackFromItsText() {
        var random = new RandomRules(new SplittableRandom(5));
        for (int i = 0; i < 300; i++) {
            for (Rule.Where rule : random.over(Spaces.cube()).rules().where()) {
                assertThat(Rule.Where.of(rule.toString())).as(rule.toString()).isEqualTo(rule);
            }
        }
    }

    @Test
    void aConfigurationThatBreaksARuleIsNoneOfTheSpace() {
        SearchSpace space = LAYERS.where("hidden-2 <= hidden-1").forbid(Map.of("rate", "> 0.5", "kind", "flat"));
        assertThat(space.fault(layers("deep", 2, 2, 0.9))).isEmpty();
        assertThat(space.fault(layers("deep", 2, 3, 0.9))).contains("it breaks the rule hidden-2 <= hidden-1");
        assertThat(space.fault(layers("flat", 2, 3, 0.5))).isEmpty();
        assertThat(space.fault(layers("flat", 2, 3, 0.6))).contains("it is forbidden: kind is flat and rate > 0.5");
        assertThat(space.allows(layers("flat", 2, 3, 0.6))).isFalse();
        assertThat(LAYERS.allows(layers("flat", 2, 3, 0.6))).isTrue();
        assertThat(space).isNotEqualTo(LAYERS);
        assertThat(space.withoutRules()).isEqualTo(LAYERS);
    }

    @Test
    void aRuleDoesNotApplyWhereOneOfItsNamesTakesNoPart() {
        SearchSpace space = LAYERS.forbid(Map.of("hidden-2", List.of(1, 2, 3, 4), "rate", ">= 0"));
        assertThat(space.allows(layers("flat", 1, 1, 1))).isTrue();
        assertThat(space.allows(layers("deep", 1, 1, 1))).isFalse();
        assertThat(LAYERS.where("hidden-2 < 0").allows(layers("flat", 1, 1, 1))).isTrue();
    }

    @Test
    void combinationsAreInTheOrderOfTheSpace() {
        assertThat(LAYERS.forbid(Map.of("rate", 1, "kind", List.of("deep"), "hidden-1", "<= 2"))
                        .rules()
                        .forbidden())
                .hasToString("[kind is deep and hidden-1 <= 2 and rate is 1.0]");
    }

    @Test
    void rulesThatDoNotFitTheSpaceAreRefused() {
        assertThatThrownBy(() -> LAYERS.where("hidden1 < 3"))
                .hasMessage("where: hidden1 < 3: the rule hidden1 < 3: there is no hyperparameter hidden1");
        assertThatThrownBy(() -> LAYERS.where("kind < 3"))
                .hasMessage("where: kind < 3: the rule kind < 3: kind is no number but one of flat, deep");
        assertThatThrownBy(() -> LAYERS.where("rate <"))
                .hasMessage("where: rate <: ends after \"<\", where a name, a number or ( should be");
        assertThatThrownBy(() -> LAYERS.forbid(Map.of("kin", "flat")))
                .hasMessage("forbidden: no such hyperparameter: kin; known are kind, hidden-1, hidden-2, rate");
        assertThatThrownBy(() -> LAYERS.forbid(Map.of("rate", "=> 1")))
                .hasMessage("forbidden: rate: => 1 is neither a number nor a comparison such as \"> 0.3\"");
        assertThatThrownBy(() -> LAYERS.forbid(Map.of("kind", "> 1")))
                .hasMessage("kind: \"> 1\" is not one of flat, deep".replace("\"", ""));
        assertThatThrownBy(() -> LAYERS.forbid(Map.of("hidden-1", 5)))
                .hasMessage("hidden-1: 5 is not a whole number from 1 to 4");
        assertThatThrownBy(() -> LAYERS.forbid(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LAYERS.forbid(Map.of("kind", List.of()))).hasMessage("forbidden: kind: no values");
    }

    @Test
    void theGridIsThatOfAllConfigurationsThatKeepTheRules() {
        var random = new SplittableRandom(8);
        int ruled = 0;
        for (int i = 0; i < 400; i++) {
            SearchSpace space = new RandomRules(random).over(Spaces.random(random));
            ruled += space.rules().isEmpty() ? 0 : 1;
            List<Configuration> expected = Spaces.configurations(space).stream()
                    .filter(configuration -> space.fault(configuration).isEmpty())
                    .toList();
            var walked = new ArrayList<Configuration>();
            space.grid().forEach(walked::add);
            assertThat(walked).as(space.toString()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(space.gridSize()).isEqualTo(BigInteger.valueOf(expected.size()));
            assertThat(LongStream.range(0, walked.size())
                            .mapToObj(space.gridPlaces())
                            .toList())
                    .isEqualTo(walked);
        }
        assertThat(ruled).isGreaterThan(150);
    }

    @Test
    void whatIsDrawnKeepsTheRules() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 200; i++) {
            SearchSpace space = new RandomRules(random).over(Spaces.random(random));
            for (int j = 0; j < 20; j++) {
                assertThat(space.fault(space.canonical(space.sample(random)))).isEmpty();
                assertThat(space.fault(space.canonical(space.complete(Map.of(), random))))
                        .isEmpty();
            }
        }
    }

    @Test
    void theSizeOfASpaceIsWhatTheRulesLeave() {
        assertThat(SearchSpace.of(integer("x", 0, 9), integer("y", 0, 9))
                        .where("x < y")
                        .size())
                .contains(BigInteger.valueOf(45));
        assertThat(LAYERS.where("hidden-1 > 1").size()).isEmpty();
    }

    @Test
    void aGridThatWouldTakeLongToCountHasAtMostSoMany() {
        SearchSpace large = SearchSpace.of(integer("x", 1, 500_000), integer("y", 1, 500_000));
        SearchSpace ruled = large.where("x <= y");
        assertThat(ruled.isGridCounted()).isFalse();
        assertThat(ruled.gridSize()).isEqualTo(large.gridSize());
        assertThat(ruled.size()).isEmpty();
        assertThat(ruled.grid().iterator().next()).hasToString("x=1 y=1");
        assertThat(large.where("x <= 3").isGridCounted()).isTrue();
        assertThat(large.where("x <= 3").gridSize()).isEqualTo(BigInteger.valueOf(1_500_000));
    }

    @Test
    void millionsOfPointsAreCounted() {
        SearchSpace space = SearchSpace.of(integer("a", 1, 100), integer("b", 1, 100), integer("c", 1, 100))
                .where("a + b + c <= 100");
        assertThat(space.isGridCounted()).isTrue();
        assertThat(space.gridSize()).isEqualTo(BigInteger.valueOf(161_700));
    }

    @Test
    void nothingMayBeLeftOfAGrid() {
        SearchSpace space =
                SearchSpace.of(ordered("x", 1, 2), ordered("y", 1, 2)).where("x > 2 * y");
        assertThat(space.gridSize()).isZero();
        assertThat(space.grid()).isEmpty();
    }

    @Test
    void defaultsGiveWayWhereTheyBreakARule() {
        SearchSpace space = SearchSpace.of(
                        integer("x", 0, 9).withDefault(5), integer("y", 0, 9).withDefault(5))
                .where("x < y");
        var random = new SplittableRandom(1);
        assertThat(space.canonical(space.complete(Map.of("y", Spaces.whole(1)), random)))
                .hasToString("x=0 y=1");
        assertThat(space.fault(Map.of("y", Spaces.whole(0)), random)).contains("breaks the rule x < y");
        assertThat(space.fault(Map.of("y", Spaces.whole(1)), random)).isEmpty();
        assertThatThrownBy(() -> space.complete(Map.of("x", Spaces.whole(3), "y", Spaces.whole(3)), random))
                .hasMessageEndingWith("breaks the rule x < y");
    }

    @Test
    void rulesThatLeaveHardlyAnythingAreTold() {
        var random = new SplittableRandom(1);
        assertThat(LAYERS.where("rate > 2").fault(random))
                .contains("the rules leave hardly anything: 10000 random configurations all broke them");
        assertThat(LAYERS.where("rate > 0.99").fault(random)).isEmpty();
        assertThat(LAYERS.fault(random)).isEmpty();
    }
}
