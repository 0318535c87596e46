package dev.mendel.cli;

import dev.mendel.cli.session.BestText;
import dev.mendel.cli.session.EvaluationJson;
import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.Typed;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.Figures;
import dev.mendel.report.MendelJson;
import dev.mendel.run.Coverage;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.evaluate.Evaluation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mendel best RUN`.
@Command(
        name = "best",
        mixinStandardHelpOptions = true,
        description = "Print the best configurations a run has found; also while it is going on.")
final class BestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOption run = new RunOption();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "1",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "of several objectives: the one by which the front is sorted (default: the first)")
    private @Nullable String by;

    @Option(names = "--json", description = "print JSON, one object a line, for programs")
    private boolean json;

    @Override
    public Integer call() throws ExperimentException {
        Failures.require(spec, count >= 1, "--count: " + count + " is not a whole number from 1");
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.of(out);
        try (StoredRun stored = run.open()) {
            if (stored.manifest().goals().isOn()) {
                front(stored, out, screen);
                return 0;
            }
            Failures.require(spec, by == null, "--by: the run has one objective");
            List<Evaluation> best = stored.best(count);
            if (json) {
                Direction direction = stored.manifest().direction();
                best.forEach(evaluation -> out.println(
                        MendelJson.line(EvaluationJson.of(evaluation, direction, test(stored, evaluation)))));
            } else if (best.isEmpty()) {
                screen.line("no trial of " + stored.directory() + " has a score yet");
            } else if (count == 1) {
                BestText.of(
                                best.getFirst(),
                                ExperimentFile.of(stored),
                                stored.manifest().kind(),
                                test(stored, best.getFirst()))
                        .forEach(screen::line);
                hint(stored, screen);
            } else {
                print(best, stored, screen);
            }
            if (!json) {
                Coverage.of(stored)
                        .filter(coverage -> !coverage.isComplete())
                        .ifPresent(coverage -> screen.line("tried       " + coverage + " points of the grid so far"));
            }
        }
        return 0;
    }

    /// All of the front, or the best within constraints, whatever the count.
    private void front(StoredRun stored, PrintWriter out, Screen screen) {
        Goals goals = stored.manifest().goals();
        List<String> names = goals.objectives().stream().map(Goal::name).toList();
        Failures.require(
                spec, by == null || names.contains(by), "--by: " + by + " is not one of " + String.join(", ", names));
        FrontText front = FrontText.of(stored, by == null ? 0 : names.indexOf(by));
        if (json) {
            Direction direction = stored.manifest().direction();
            front.front()
                    .evaluations()
                    .forEach(each -> out.println(MendelJson.line(EvaluationJson.of(each, direction, test(stored, each))
                            .judged((Outcome.Finished) each.outcome(), goals))));
        } else {
            front.lines().forEach(screen::line);
        }
    }

    /// The command that writes the best network, where there are networks.
    private static void hint(StoredRun stored, Screen screen) throws ExperimentException {
        if (ExperimentFile.of(stored).objective() instanceof ObjectiveSettings.DigitPairs) {
            screen.line(
                    "model       " + Typed.command("model", stored.directory() + " --to FOLDER"), Screen.Tone.FAINT);
        }
    }

    private static void print(List<Evaluation> best, StoredRun stored, Screen out) {
        Direction direction = stored.manifest().direction();
        boolean tested = best.stream().anyMatch(evaluation -> test(stored, evaluation) != null);
        out.line(
                "rank   " + direction.noun() + (tested ? "     test" : "") + "  trial  configuration",
                Screen.Tone.FAINT);
        for (int i = 0; i < best.size(); i++) {
            Evaluation evaluation = best.get(i);
            FoldResult test = test(stored, evaluation);
            String figure = test == null ? "" : Figures.of(direction.value(test.score()));
            out.line(String.format(
                    Locale.ROOT,
                    "%4d  %6s%s  %5s  %s",
                    i + 1,
                    Figures.of(direction.value(evaluation.outcome().score().orElseThrow())),
                    tested ? String.format(Locale.ROOT, "  %7s", figure) : "",
                    evaluation.trial().id(),
                    evaluation.trial().configuration()));
        }
    }

    private static @Nullable FoldResult test(StoredRun stored, Evaluation evaluation) {
        return stored.test(evaluation.trial().id()).orElse(null);
    }
}
