package dev.mendel.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.trial.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Help texts as the libraries of several languages write them.
class DraftTest {
    private static final String ARGPARSE = """
            usage: train.py [-h] [--lr LR] [--layers LAYERS] [--optimizer {sgd,adam}]
                            [--shuffle | --no-shuffle] [--dropout DROPOUT] data

            Trains a model.

            positional arguments:
              data                  a file

            options:
              -h, --help            show this help message and exit
              --lr LR, --learning-rate LR
                                    learning rate (default: 0.01)
              -l LAYERS, --layers LAYERS
                                    how many layers it has (default: 3)
              --optimizer {sgd,adam}
                                    how it learns (default: adam)
              --shuffle, --no-shuffle
                                    whether examples are shuffled (default: True)
              --dropout DROPOUT     share of units that are dropped (default: 0.5)
              --batch-size N        (default: 32)
              --augment             augments
              --epochs EPOCHS       (default: 10)
              --seed SEED           of everything random (default: 0)
              --output FILE         where to write (default: None)
            """;

    private static final String CLICK = """
            Usage: train.py fit [OPTIONS]

            Options:
              --lr FLOAT RANGE                learning rate  [default: 0.01; 0.0001<=x<=1]
              --layers INTEGER                [default: 3]
              --optimizer [sgd|adam]          [default: adam]
              --shuffle / --no-shuffle        [default: shuffle]
              --momentum FLOAT RANGE          [0<=x<1; required]
              --help                          Show this message and exit.
            """;

    private static final String TYPER = """
             Usage: train.py [OPTIONS]

            ╭─ Options ──────────────────────────────────────────────────────────╮
            │ *  --lr                 FLOAT       learning rate [required]       │
            │    --layers    -l       INTEGER     [default: 3]                   │
            │    --optimizer          [sgd|adam]  [default: adam]                │
            │    --shuffle       --no-shuffle     [default: shuffle]             │
            │    --help                           Show this message and exit.    │
            ╰────────────────────────────────────────────────────────────────────╯
            """;

    private static final String PICOCLI = """
            Usage: fit [-hV] [--[no-]shuffle] [--lr=<lr>] [--layers=<layers>]
              -h, --help              Show this help message and exit.
                  --layers=<layers>   how many layers (default: 3)
                  --lr=<lr>           learning rate (default: 0.01)
              -V, --version           Print version information and exit.
            """;

    private static final String OPTPARSE = """
            Usage: fit.R [options]

            Options:
            	--lr=LR
            		learning rate [default 0.01]

            	-l LAYERS, --layers=LAYERS
            		how many layers [default 3]

            	-h, --help
            		Show this help message and exit
            """;

    private static final String COMMANDER = """
            Usage: train [options]

            Options:
              --lr <number>            learning rate (default: 0.01)
              --optimizer <name>       how it learns (choices: "sgd", "adam", default: "adam")
              --no-shuffle             keeps the order
              -h, --help               display help for command
            """;

    private static final String CLAP = """
            Usage: fit [OPTIONS]

            Options:
                  --lr <LR>                learning rate [default: 0.01]
                  --optimizer <OPTIMIZER>  [default: adam] [possible values: sgd, adam]
              -l, --layers <LAYERS>        [default: 3]
              -h, --help                   Print help
            """;

    private static final String GO = """
            Usage of fit:
              -layers int
                	how many layers (default 3)
              -lr float
                	learning rate (default 0.01)
              -shuffle
                	shuffles
            """;

    private static String space(String help) {
        return Draft.of(HelpText.options(help), List.of("fit")).suggestions().stream()
                .map(each -> each.name() + ": " + each.domain())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void argparseIsRead() {
        assertThat(space(ARGPARSE)).isEqualTo("""
                lr: {real: [1e-4, 1], scale: log}
                layers: {integer: [1, 12]}
                optimizer: {choices: [sgd, adam]}
                shuffle: {choices: [true, false]}
                dropout: {real: [0, 0.9]}
                batch-size: {ordered: [8, 16, 32, 64, 128]}
                augment: {choices: [true, false]}""");
        Draft draft = Draft.of(HelpText.options(ARGPARSE), List.of("python3", "train.py"));
        assertThat(draft.seed()).containsExactly("--seed", "{seed}");
        assertThat(draft.leftOut()).containsExactly("--epochs", "--output");
        assertThat(draft.suggestions().stream().map(Suggestion::words).toList())
                .contains(
                        List.of("--lr", "{lr}"),
                        List.of("{shuffle?--shuffle:--no-shuffle}"),
                        List.of("{augment?--augment}"));
        assertThat(draft.suggestions().stream()
                        .flatMap(each -> each.usual().stream())
                        .toList())
                .containsExactly("0.01", "3", "adam", "true", "0.5", "32", "false");
    }

    @Test
    void clickIsRead() {
        assertThat(space(CLICK)).isEqualTo("""
                lr: {real: [1e-4, 1], scale: log}
                layers: {integer: [1, 12]}
                optimizer: {choices: [sgd, adam]}
                shuffle: {choices: [true, false]}
                momentum: {real: [0, 0.9]}""");
    }

    @Test
    void typerIsRead() {
        assertThat(space(TYPER)).isEqualTo("""
                lr: {real: [1e-5, 1], scale: log}
                layers: {integer: [1, 12]}
                optimizer: {choices: [sgd, adam]}
                shuffle: {choices: [true, false]}""");
    }

    @Test
    void aSwitchWithAnOppositeIsPassedEitherWay() {
        for (String help : List.of(ARGPARSE, CLICK, TYPER)) {
            assertThat(Draft.of(HelpText.options(help), List.of("fit")).suggestions().stream()
                            .filter(each -> each.name().equals("shuffle")))
                    .singleElement()
                    .satisfies(shuffle -> {
                        assertThat(shuffle.words()).containsExactly("{shuffle?--shuffle:--no-shuffle}");
                        assertThat(shuffle.usual()).contains("true");
                    });
        }
    }

    @Test
    void otherLanguagesAreRead() {
        String two = "layers: {integer: [1, 12]}\nlr: {real: [1e-4, 1], scale: log}";
        assertThat(space(PICOCLI)).isEqualTo(two);
        assertThat(space(OPTPARSE)).isEqualTo("lr: {real: [1e-4, 1], scale: log}\nlayers: {integer: [1, 12]}");
        assertThat(space(GO)).isEqualTo(two + "\nshuffle: {choices: [true, false]}");
        assertThat(space(COMMANDER)).startsWith("lr: {real: [1e-4, 1], scale: log}\noptimizer: {choices: [sgd, adam]}");
        assertThat(space(CLAP))
                .isEqualTo("lr: {real: [1e-4, 1], scale: log}\noptimizer: {choices: [sgd, adam]}\n"
                        + "layers: {integer: [1, 12]}");
    }

    @Test
    void optionsWithAnEqualsSignKeepIt() {
        assertThat(Draft.of(HelpText.options(PICOCLI), List.of("fit"))
                        .suggestions()
                        .getLast()
                        .words())
                .containsExactly("--lr={lr}");
    }

    @Test
    void whatTheCommandSaysAlreadyStays() {
        Draft draft = Draft.of(HelpText.options(ARGPARSE), List.of("train.py", "--lr", "0.1", "--optimizer=sgd"));
        assertThat(draft.suggestions().stream().map(Suggestion::name))
                .doesNotContain("lr", "optimizer")
                .contains("layers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accuracy: 0.93          | accuracy: ([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)
            epoch 10: loss=1e-4 (ok) | epoch [-+0-9.eE]+: loss=([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?) \\(ok\\)
            """)
    void anExampleLineIsAPattern(String line, String pattern) {
        assertThat(ExampleLine.pattern(line)).contains(pattern);
        assertThat(line).containsPattern(pattern);
    }

    @Test
    void aLineWithoutANumberOrWordsIsNone() {
        assertThat(ExampleLine.pattern("done")).isEmpty();
        assertThat(ExampleLine.pattern("0.93")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lr 1e-4 1 log   | {real: [1e-4, 1], scale: log}
            layers 1 8      | {integer: [1, 8]}
            batch 8 256 log | {integer: [8, 256], scale: log}
            kind plain deep | {choices: [plain, deep]}
            size 1 2 4      | {choices: ["1", "2", "4"]}
            """)
    void fewWordsAreAHyperparameter(String line, String domain) {
        assertThat(Varied.of(line, true).orElseThrow().domain()).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({"lr", "lr 1", "lr 2 1", "lr 0 1 log", "1 2 3"})
    void otherWordsAreNone(String line) {
        assertThat(Varied.of(line, true)).isEmpty();
    }

    @Test
    void aCommandIsSplitAsByAShell() {
        assertThat(Varied.command(" python3 'my train.py' --a=\"b c\" "))
                .contains(List.of("python3", "my train.py", "--a=b c"));
        assertThat(Varied.command("python3 'train.py")).isEmpty();
        assertThat(Varied.command("  ")).contains(List.of());
    }

    @Test
    void everyDraftIsAnExperiment() throws ExperimentException {
        var file = new DraftFile("tune", Direction.MINIMISE, 50);
        for (String help : List.of(ARGPARSE, CLICK, TYPER, PICOCLI, OPTPARSE, COMMANDER, CLAP, GO)) {
            Draft draft = Draft.of(HelpText.options(help), List.of("fit", "a b: c"));
            String text = file.program(
                    List.of("fit", "a b: c"), Optional.of("../x y"), draft, ExampleLine.pattern("value: 5"));
            assertThat(ExperimentFile.parse("tune.yaml", text, List.of())
                            .budget()
                            .trials())
                    .isEqualTo(50);
        }
        ExperimentFile.parse("tune.yaml", file.digitPairs(), List.of());
        var own = new Draft(List.of(Varied.of("x -2 2", false).orElseThrow()), List.of(), List.of());
        ExperimentFile.parse("tune.yaml", file.source("Valley.java", own), List.of());
    }

    @Test
    void noTextIsTooOdd() throws ExperimentException {
        var random = new Random(1);
        String letters = " \n\t-=[]{}|<>,./:\"'#ab01e(default:--lr│é";
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder("  --x FLOAT  (default: 1)\n");
            for (int j = 0; j < 200; j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Draft draft = Draft.of(HelpText.options(text.toString()), List.of("fit"));
            String file = new DraftFile("tune", Direction.MAXIMISE, 1)
                    .program(List.of("fit"), Optional.empty(), draft, Optional.empty());
            ExperimentFile.parse("tune.yaml", file, List.of());
        }
    }
}
