package dev.mendel.cli.session;

import dev.mendel.experiment.Experiment;
import dev.mendel.report.Durations;
import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For people: the experiment, a line a generation, the best configuration, the command to go on.
final class TextTranscript implements Transcript {
    private final PrintWriter out;
    private final Detail detail;
    private final boolean terminal;

    /// @param terminal whether a person watches, so that lines can be rewritten
    TextTranscript(PrintWriter out, Detail detail, boolean terminal) {
        this.out = out;
        this.detail = detail;
        this.terminal = terminal;
    }

    @Override
    public void begin(RunSession session) {
        if (detail == Detail.QUIET) {
            return;
        }
        Experiment experiment = session.experiment();
        out.println("experiment  " + experiment.name());
        if (!experiment.description().isEmpty()) {
            out.println("            " + experiment.description());
        }
        out.println("space       " + experiment.space().hyperparameters().size() + " hyperparameters: "
                + experiment.space().names());
        if (session.kind().visitsPoints()) {
            out.println("points      " + points(session));
        }
        out.println("run         " + session.directory()
                + (session.knownTrials() == 0 ? "" : " (goes on; " + session.knownTrials() + " trials are known)"));
        out.println();
        out.flush();
    }

    @Override
    public SearchObserver progress(RunSession session) {
        double most = session.plan().trials();
        var pace = new Eta((long) most, session.knownTrials(), System.nanoTime());
        if (session.kind() != RunKind.EVOLUTION) {
            return new TrialProgress(
                    out,
                    terminal,
                    detail == Detail.QUIET,
                    direction(session),
                    (most - session.knownTrials()) * session.folds(),
                    session::elapsed,
                    pace);
        }
        Budget budget = session.experiment().budget();
        return new Progress(
                out,
                terminal,
                detail,
                direction(session),
                budget.generations(),
                session.folds(),
                session::elapsed,
                pace);
    }

    @Override
    public void end(
            RunSession session, Ending ending, Optional<BestTrial> found, @Nullable String failure, Path report) {
        if (terminal && detail != Detail.QUIET) {
            out.print("\r\u001b[K");
        }
        if (detail != Detail.QUIET) {
            out.println();
            out.println("ended       " + ending + ", after " + Durations.words(session.elapsed()));
            session.coverage().ifPresent(coverage -> out.println("tried       " + coverage + " points"));
            session.takenOver()
                    .forEach((run, trials) ->
                            out.println("taken over  " + trials + " of its trials, which " + run + " has finished"));
        }
        found.ifPresent(best -> {
            BestText.of(best.evaluation(), session.experiment(), session.kind(), best.test())
                    .forEach(out::println);
            if (best.testFailure() != null) {
                out.println("            no test score: " + best.testFailure());
            }
        });
        if (found.isEmpty()) {
            out.println("best        none: no trial has a score"
                    + (ending.isInterruption() ? " yet" : "; why is in " + session.directory() + "/mendel.log"));
        }
        if (failure != null) {
            out.println("            one failed so: " + failure);
        }
        out.println("report      " + report);
        if (detail != Detail.QUIET || ending.isInterruption()) {
            howToGoOn(session, ending);
        }
        if (detail != Detail.QUIET) {
            out.println(
                    "look        " + Typed.command("best", session.directory().toString()));
        }
        out.flush();
    }

    private static Direction direction(RunSession session) {
        return session.experiment().direction();
    }

    /// `760 of different effect, 3,600 as written; at most 512 are tried`.
    private static String points(RunSession session) {
        Experiment experiment = session.experiment();
        long limit = experiment.budget().trials();
        return String.format(
                        Locale.ROOT, "%,d of different effect", session.plan().points())
                + (experiment.configurations().isEmpty()
                        ? String.format(
                                Locale.ROOT,
                                ", %,d as written",
                                experiment.space().rawGridSize())
                        : "")
                + (limit == Budget.UNLIMITED ? "" : String.format(Locale.ROOT, "; at most %,d are tried", limit));
    }

    private void howToGoOn(RunSession session, Ending ending) {
        Budget budget = session.experiment().budget();
        String more = switch (ending) {
            case STOPPED, UNREACHABLE, EXHAUSTED -> "";
            case COMPLETE ->
                session.kind() != RunKind.EVOLUTION
                        ? ""
                        : " --generations "
                                + 2 * Math.max(1, session.experiment().budget().generations());
            case STAGNATION -> " --stagnation " + 2 * budget.stagnation();
            case FAILING -> " --stop-after unlimited";
            case TARGET -> " --target VALUE";
            case TRIALS -> " --trials " + 2 * session.experiment().budget().trials();
            case TIME ->
                " --time "
                        + 2 * Math.max(1, session.experiment().budget().time().toSeconds()) + "s";
        };
        if (ending != Ending.EXHAUSTED && (ending != Ending.COMPLETE || session.kind() == RunKind.EVOLUTION)) {
            out.println("go on       " + Typed.command("resume", session.directory() + more));
        }
    }
}
