package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    Path folder;

    private CommandLineFixture mendel;
    private Path file;
    private Path script;

    @BeforeEach
    void script() throws IOException {
        mendel = new CommandLineFixture(folder);
        file = folder.resolve("tune.yaml");
        script = Files.writeString(folder.resolve("train.sh"), """
                if [ "$1" = --help ]; then echo '  --lr LR   learning rate (default: 0.01)'; exit; fi
                echo "loss: $2"
                """);
    }

    private int typed(String answers, String... words) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
            return mendel.type(words);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aScriptsHelpBecomesAnExperimentThatRuns() {
        assertThat(mendel.type(
                        "new",
                        file.toString(),
                        "--answer",
                        "loss: 0.5",
                        "--direction",
                        "minimise",
                        "--trials",
                        "9",
                        "--",
                        "sh",
                        script.toString()))
                .isZero();
        assertThat(mendel.out()).contains("1 hyperparameter, of 1 option").contains("evolve " + file);
        assertThat(file).content().contains("  lr: {real: [1e-4, 1], scale: log}  # learning rate (default: 0.01)");
        assertThat(mendel.type(
                        "evolve", file.toString(), "--output", mendel.output().toString()))
                .isZero();
        assertThat(mendel.out()).contains("limit on trials");
    }

    @Test
    void answersBecomeAnExperiment() {
        assertThat(typed("sh " + script + "\nsize one two\nsize 1 2\n\nleast\nless\nloss: 3\n", "new", file.toString()))
                .isZero();
        assertThat(mendel.out()).contains("`size 1 2` is not").contains("`least` is not `more` or `less`");
        assertThat(file).content().contains("\"{lr}\"").contains("size: {choices: [one, two]}", "answer: \"loss: (");
        assertThat(typed("sh " + script + "\nsize one two\n\n\n\n", "new", file.toString(), "--force"))
                .isZero();
        assertThat(file).content().contains("size: {choices: [one, two]}").contains("direction: maximise");
    }

    @Test
    void withoutAnAnswerItIsDigitPairs() throws IOException {
        assertThat(typed("\n", "new", file.toString())).isZero();
        String asked = Files.readString(file);
        assertThat(mendel.type("new", file.toString(), "--digit-pairs", "--force"))
                .isZero();
        assertThat(file).content().isEqualTo(asked).contains("digit-pairs:");
    }

    @Test
    void aJavaSourceIsTuned() {
        assertThat(mendel.type("new", file.toString(), "--vary", "x -2 2", "--", "Valley.java"))
                .isZero();
        assertThat(file).content().contains("java: Valley.java").contains("x: {integer: [-2, 2]}");
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertRefused(
                "--direction: up is not one of maximise, minimise", "--direction", "up", "--", "sh", script.toString());
        assertRefused("--vary: 'x' is not a name and a range", "--vary", "x", "--", "sh", script.toString());
        assertRefused("--answer: '7' is no line with words", "--answer", "7", "--", "sh", script.toString());
        assertRefused("no-such-program: can't be run", "--", "no-such-program");
        assertRefused("--help names no options that could be hyperparameters; name them by --vary", "--", "true");
        assertRefused("a class needs hyperparameters", "--", "Valley.java");
        assertThat(typed("", "new", file.toString())).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains("there is no answer to: What runs an evaluation");
        assertThat(file).doesNotExist();
        Files.writeString(file, "mine");
        assertRefused(file + ": is there already; name another file, or --force", "--digit-pairs");
        assertThat(file).hasContent("mine");
    }

    private void assertRefused(String why, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "new";
        all[1] = file.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        assertThat(mendel.type(all)).isEqualTo(Failures.MISTAKE);
        assertThat(mendel.err()).contains(why);
    }
}
