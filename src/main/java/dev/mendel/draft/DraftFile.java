package dev.mendel.draft;

import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A draft as an experiment file, with comments that explain it.
///
/// @param name the experiment's
/// @param direction of the values
/// @param trials when a search of it ends
public record DraftFile(String name, Direction direction, long trials) {
    private static final String INDENT = "  ";

    /// A file that tunes a program.
    ///
    /// @param command the program and what it always gets
    /// @param directory where it runs, as the file writes it; empty for the file's folder
    /// @param answer the pattern that finds its value; empty for its last line that is a number
    public String program(List<String> command, Optional<String> directory, Draft draft, Optional<String> answer) {
        var words = new ArrayList<>(command);
        draft.suggestions().forEach(each -> words.addAll(each.words()));
        words.addAll(draft.seed());
        var lines = new ArrayList<String>();
        lines.add(
                "# The bounds of the space are guesses around the program's own defaults: look them over. `mendel check` shows");
        lines.add("# the command of a trial and runs one; `mendel evolve` searches.");
        lines.add("experiment: " + name);
        lines.add("objective:");
        lines.add("  # {name} is the value that a trial has chosen; {seed} another number for each trial and repeat");
        lines.add("  command: " + words(words));
        directory.ifPresent(folder -> lines.add("  directory: " + PlainWord.write(folder)));
        lines.add(
                answer.map(pattern -> "  answer: " + PlainWord.write(pattern) + "   # the last match is the value")
                        .orElse(
                                "  # the value is the last line that is a number; or say where it is, as in answer: \"accuracy: ([0-9.]+)\""));
        lines.add("  direction: " + word(direction));
        lines.add("  # repeats: 3                # for noisy values: the mean of three evaluations counts");
        lines.add("  # timeout: 10m              # an evaluation that takes longer has failed");
        space(draft, lines);
        usual(draft.suggestions()).ifPresent(values -> {
            lines.add("initial:");
            lines.add("  - " + values + "   # the defaults that its help tells, tried first");
        });
        end(lines);
        return String.join("\n", lines) + "\n";
    }

    /// A file that tunes a class of the user's.
    ///
    /// @param source its file
    public String source(String source, Draft draft) {
        var lines = new ArrayList<String>();
        lines.add(
                "# The class implements dev.mendel.trial.Objective; `trial.real(\"x\")` and its like tell what was chosen.");
        lines.add("experiment: " + name);
        lines.add("objective:");
        lines.add("  java: " + PlainWord.write(source) + "   # compiled by Mendel");
        lines.add("  direction: " + word(direction));
        space(draft, lines);
        end(lines);
        return String.join("\n", lines) + "\n";
    }

    /// A file that evolves networks which compare digits.
    public String digitPairs() {
        var lines = new ArrayList<String>();
        lines.add(
                "# Networks that tell whether the first of two handwritten digits is less than or equal to the second.");
        lines.add("experiment: " + name);
        lines.add("objective:");
        lines.add("  digit-pairs:");
        lines.add("    pairs: 1000        # to train with; as many others test the winner");
        lines.add("    folds: 3           # the score is the mean over a cross-validation");
        lines.add("    epochs: 25");
        lines.add("    tower: mentha      # `mendel describe` shows its layers; a list of layers is a tower too");
        lines.add("space:");
        lines.add("  model:         {choices: [naive, sharing, auxiliary, neither, both]}");
        lines.add("  optimizer:     {choices: [sgd, adam, adamw]}");
        lines.add("  learning-rate: {real: [1e-4, 1], scale: log}");
        lines.add("  batch:         {ordered: [10, 25, 50, 100]}");
        lines.add(
                "  lambda:        {real: [0.2, 2], scale: log, when: {model: [auxiliary, both]}}   # the weight of class losses");
        end(lines);
        return String.join("\n", lines) + "\n";
    }

    private static void space(Draft draft, List<String> lines) {
        if (!draft.leftOut().isEmpty()) {
            lines.add("# taken for no hyperparameters: " + String.join(", ", draft.leftOut()));
        }
        lines.add("space:");
        int names = width(draft.suggestions().stream().map(Suggestion::name).toList());
        int domains = width(draft.suggestions().stream().map(Suggestion::domain).toList());
        for (Suggestion each : draft.suggestions()) {
            String declared = INDENT + padded(each.name() + ":", names + 1) + " " + each.domain();
            lines.add(
                    each.comment().isEmpty()
                            ? declared
                            : INDENT + padded(each.name() + ":", names + 1) + " " + padded(each.domain(), domains)
                                    + "  # " + each.comment());
        }
    }

    private void end(List<String> lines) {
        lines.add("budget: {trials: " + trials
                + "}     # and time: 2h, stagnation: 50 trials, target: 0.95: whatever comes first");
        lines.add("seed: 1");
    }

    private static Optional<String> usual(List<Suggestion> suggestions) {
        List<String> known = suggestions.stream()
                .flatMap(each -> each.usual().map(value -> each.name() + ": " + value).stream())
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(", ", known) + "}");
    }

    private static String words(List<String> words) {
        return words.stream().map(PlainWord::write).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
