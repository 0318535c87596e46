package dev.mendel.cli;

import dev.mendel.experiment.Coverage;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Evaluation;
import dev.mendel.trial.FoldResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "RUN", description = "the run's directory, its name or the name's beginning, or `latest`")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "1",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int count;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--json", description = "print JSON, one object a line, for programs")
    private boolean json;

    @Override
    public Integer call() throws ExperimentException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count: " + count + " is not a whole number from 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (StoredRun stored = StoredRun.open(RunDirectory.find(output.path(), run))) {
            List<Evaluation> best = stored.best(count);
            if (json) {
                var lines = new JsonLines(out);
                best.forEach(evaluation ->
                        lines.print(line -> line.setAll(JsonLines.evaluation(evaluation, test(stored, evaluation)))));
            } else if (best.isEmpty()) {
                out.println("no trial of " + stored.directory() + " has a score yet");
            } else if (count == 1) {
                BestText.of(best.getFirst(), stored.manifest().strategy(), test(stored, best.getFirst()))
                        .forEach(out::println);
            } else {
                print(best, stored, out);
            }
            if (!json) {
                Coverage.of(stored)
                        .filter(coverage -> !coverage.isComplete())
                        .ifPresent(coverage -> out.println("tried       " + coverage + " points of the grid so far"));
            }
        }
        return 0;
    }

    private static void print(List<Evaluation> best, StoredRun stored, PrintWriter out) {
        out.println("rank   score     test  trial  configuration");
        for (int i = 0; i < best.size(); i++) {
            Evaluation evaluation = best.get(i);
            FoldResult test = test(stored, evaluation);
            out.printf(
                    Locale.ROOT,
                    "%4d  %6.4f  %7s  %5s  %s%n",
                    i + 1,
                    evaluation.outcome().score().orElseThrow().value(),
                    test == null
                            ? ""
                            : String.format(Locale.ROOT, "%.4f", test.score().value()),
                    evaluation.trial().id(),
                    evaluation.trial().configuration());
        }
    }

    private static @Nullable FoldResult test(StoredRun stored, Evaluation evaluation) {
        return stored.test(evaluation.trial().id()).orElse(null);
    }
}
