package dev.mendel.cli;

import dev.mendel.draft.Draft;
import dev.mendel.draft.DraftFile;
import dev.mendel.draft.ExampleLine;
import dev.mendel.draft.Suggestion;
import dev.mendel.draft.Varied;
import dev.mendel.trial.Direction;
import dev.mendel.trial.ObjectiveException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for what an experiment needs.
///
/// @param helped what a program's help says
/// @param name the experiment's
/// @param trials when its search ends
/// @param directory where its program runs, as the file writes it; empty for the file's folder
record Interview(Questions questions, Helped helped, String name, long trials, Optional<String> directory) {
    private static final Draft NOTHING = new Draft(List.of(), List.of(), List.of());

    /// Reads help texts.
    interface Helped {
        Draft of(List<String> command) throws ObjectiveException, InterruptedException;
    }

    /// Whether a command is a source file of Java.
    static boolean isSource(List<String> words) {
        return words.size() == 1 && words.getFirst().endsWith(".java");
    }

    /// The direction that a word means, more where there is none; empty for another word.
    static Optional<Direction> direction(String word) {
        return switch (word.strip()) {
            case "", "more", "maximise", "maximize" -> Optional.of(Direction.MAXIMISE);
            case "less", "minimise", "minimize" -> Optional.of(Direction.MINIMISE);
            default -> Optional.empty();
        };
    }

    /// The experiment as a file, from the answers.
    ///
    /// @throws ObjectiveException if there are no more answers, or no such program
    String text() throws ObjectiveException, InterruptedException {
        List<String> command = questions.ask(
                "What runs an evaluation, as in `python3 train.py data.csv`, or a Java source file? (nothing: digit pairs)",
                Varied::command,
                "a command whose quotes are closed");
        if (command.isEmpty()) {
            return new DraftFile(name, Direction.MAXIMISE, trials).digitPairs();
        }
        boolean source = isSource(command);
        Draft draft = hyperparameters(source ? NOTHING : helped.of(command), !source);
        Direction better = questions.ask(
                "Which values are better, more or less? (nothing: more)", Interview::direction, "`more` or `less`");
        var file = new DraftFile(name, better, trials);
        return source ? file.source(command.getFirst(), draft) : file.program(command, directory, draft, pattern());
    }

    /// A draft with what else is to be varied.
    ///
    /// @param option whether values are passed by options
    private Draft hyperparameters(Draft found, boolean option) throws ObjectiveException {
        found.suggestions().forEach(each -> questions.say("  " + each.name() + ": " + each.domain()));
        var all = new ArrayList<>(found.suggestions());
        List<Suggestion> more;
        do {
            boolean needed = all.isEmpty();
            more = questions.ask(
                    (needed ? "A hyperparameter" : "Another hyperparameter, or nothing") + ": " + Varied.ALLOWED,
                    line -> line.isBlank() && !needed
                            ? Optional.of(List.of())
                            : Varied.of(line, option)
                                    .filter(each -> isNew(each, all))
                                    .map(List::of),
                    Varied.ALLOWED + ", with a name of its own");
            all.addAll(more);
        } while (!more.isEmpty());
        return new Draft(all, found.seed(), found.leftOut());
    }

    private static boolean isNew(Suggestion suggestion, List<Suggestion> all) {
        return all.stream().noneMatch(each -> each.name().equals(suggestion.name()));
    }

    private Optional<String> pattern() throws ObjectiveException {
        String pattern = questions.ask(
                "A line that it prints with its value, as in `accuracy: 0.93`? (nothing: its last line that is a number)",
                line -> line.isBlank() ? Optional.of("") : ExampleLine.pattern(line),
                "a line with words and a number");
        return Optional.of(pattern).filter(each -> !each.isEmpty());
    }
}
