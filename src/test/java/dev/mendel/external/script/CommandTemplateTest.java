package dev.mendel.external.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTemplateTest {
    private static final Configuration CONFIGURATION = new Configuration(Map.of(
            "lr", new Value.Real(1e-6),
            "layers", new Value.Whole(3),
            "name", new Value.Text("two words"),
            "on", new Value.Flag(true),
            "off", new Value.Flag(false)));

    private static Filling filling(Configuration configuration) {
        return new Filling(Trial.of(new TrialId(12), configuration, new Seed(1)), 2, 77, 3);
    }

    private static List<String> command(String... words) {
        return CommandTemplate.of(List.of(words), Map.of()).command(filling(CONFIGURATION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --lr={lr}              | --lr=1e-6
            {layers}x{layers}      | 3x3
            {name}                 | two words
            {trial}/{repeat}/{seed}| 12/2/77
            gpu{worker}            | gpu3
            {on?--fast}            | --fast
            {off?--fast:--slow}    | --slow
            a{off?b}c              | ac
            {{lr}}                 | {lr}
            {{on?a:b}}             | {on?a:b}
            ${lr}                  | ${lr}
            ${lr:-5} {lr}          | ${lr:-5} 1e-6
            {"a": {lr}}            | {"a": 1e-6}
            {print $1}             | {print $1}
            {}                     | {}
            {a b}                  | {a b}
            """)
    void aWordGetsItsValues(String word, String filled) {
        assertThat(command(word)).containsExactly(filled);
    }

    @Test
    void allHyperparametersAreAnObject() {
        var one = new Configuration(Map.of("lr", new Value.Real(0.5)));
        assertThat(CommandTemplate.of(List.of("{configuration}"), Map.of()).command(filling(one)))
                .containsExactly("{\"lr\":0.5}");
    }

    @Test
    void whatTakesNoPartIsLeftOutWithItsOption() {
        assertThat(command("run", "--momentum", "{momentum}", "--lr", "{lr}")).containsExactly("run", "--lr", "1e-6");
        assertThat(command("-m", "{momentum}")).isEmpty();
        assertThat(command("--momentum={momentum}", "x")).containsExactly("x");
        assertThat(command("--betas", "{beta1}", "{beta2}", "x")).containsExactly("x");
    }

    @Test
    void anOptionStaysWhereSomethingOfItIsLeft() {
        assertThat(command("--size", "{layers}", "{height}")).containsExactly("--size", "3");
        assertThat(command("-v", "{off?--fast}")).containsExactly("-v");
        assertThat(command("--", "{momentum}")).containsExactly("--");
        assertThat(command("-1", "{momentum}")).containsExactly("-1");
        assertThat(command("train", "{momentum}")).containsExactly("train");
    }

    @Test
    void aSwitchThatIsOffLeavesNoWord() {
        assertThat(command("a", "{off?--fast}", "b")).containsExactly("a", "b");
    }

    @Test
    void variablesOfWhatTakesNoPartAreNotSet() {
        var template = CommandTemplate.of(List.of("run"), Map.of("LR", "{lr}", "MOMENTUM", "{momentum}"));
        assertThat(template.variables(filling(CONFIGURATION)))
                .containsOnly(entry("LR", Optional.of("1e-6")), entry("MOMENTUM", Optional.empty()));
    }

    @Test
    void theNumberOfAWorkerAloneIsNothingOfATrial() {
        assertThat(CommandTemplate.of(List.of("ssh", "gpu{worker}"), Map.of()).isOfTrials())
                .isFalse();
        assertThat(CommandTemplate.of(List.of("run"), Map.of("A", "{seed}")).isOfTrials())
                .isTrue();
    }
}
