package dev.mendel.cli.session;

import dev.mendel.cli.session.Screen.Tone;
import dev.mendel.experiment.Experiment;
import dev.mendel.report.Durations;
import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.run.Stopped;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For people: the experiment, a line a generation, the best configuration, the command to go on.
final class TextTranscript implements Transcript {
    private final Screen out;
    private final Detail detail;

    TextTranscript(Screen out, Detail detail) {
        this.out = out;
        this.detail = detail;
    }

    @Override
    public void begin(RunSession session, @Nullable String page) {
        if (detail != Detail.QUIET) {
            describe(session);
        }
        if (page != null) {
            out.line("page        " + page);
        }
        if (detail != Detail.QUIET) {
            out.line("");
        }
    }

    private void describe(RunSession session) {
        Experiment experiment = session.experiment();
        out.line("experiment  " + experiment.name());
        if (!experiment.description().isEmpty()) {
            out.line("            " + experiment.description());
        }
        out.line(
                "space       " + Counted.of(experiment.space().hyperparameters().size(), "hyperparameter") + ": "
                        + experiment.space().names());
        if (session.kind().visitsPoints()) {
            out.line("points      " + points(session));
        }
        out.line("run         " + session.directory()
                + (session.knownTrials() == 0
                        ? ""
                        : " (goes on; " + Counted.of(session.knownTrials(), "trial") + " known)"));
    }

    @Override
    public SearchObserver progress(RunSession session) {
        long most = (long) session.plan().trials();
        var pace = new Eta(most, session.knownTrials(), System.nanoTime());
        boolean bred = session.kind() == RunKind.EVOLUTION;
        var bar = new Bar(
                () -> shownBudget(session),
                () -> bred
                        ? session.experiment().budget().trials()
                        : (long) session.plan().trials(),
                direction(session),
                session::elapsed,
                pace,
                session.stopped(),
                session.knownTrials());
        session.best()
                .map(BestTrial::evaluation)
                .ifPresent(best -> bar.best(
                        best.trial().id().number(), best.outcome().score().orElseThrow()));
        return bred
                ? new Progress(
                        out,
                        detail,
                        direction(session),
                        () -> session.experiment().budget().generations(),
                        session::elapsed,
                        pace,
                        bar)
                : new TrialProgress(out, detail == Detail.QUIET, direction(session), session::elapsed, pace, bar);
    }

    @Override
    public void end(
            RunSession session, Ending ending, Optional<BestTrial> found, @Nullable String failure, Path report) {
        out.clear();
        if (detail != Detail.QUIET) {
            out.line("");
            out.line(
                    "ended       " + ending + ", after " + Durations.words(session.elapsed()),
                    ending == Ending.FAILING || ending == Ending.UNREACHABLE ? Tone.BAD : Tone.PLAIN);
            Stopped stopped = session.stopped();
            if (stopped.count() > 0) {
                out.line("stopped     " + stopped);
            }
            session.coverage().ifPresent(coverage -> out.line("tried       " + coverage + " points"));
            session.takenOver()
                    .forEach((run, trials) ->
                            out.line("taken over  " + Counted.of(trials, "trial") + " that " + run + " has finished"));
        }
        found.ifPresent(best -> {
            BestText.of(best.evaluation(), session.experiment(), session.kind(), best.test())
                    .forEach(out::line);
            if (best.testFailure() != null) {
                out.line("            no test score: " + best.testFailure());
            }
        });
        if (found.isEmpty()) {
            out.line("best        none: no trial has a score"
                    + (ending.isInterruption() ? " yet" : "; why is in " + session.directory() + "/mendel.log"));
        }
        if (failure != null) {
            out.line("            one failed so: " + failure, Tone.BAD);
        }
        out.line("report      " + report);
        if (detail != Detail.QUIET || ending.isInterruption()) {
            howToGoOn(session, ending);
        }
        if (detail != Detail.QUIET) {
            out.line("look        " + Typed.command("best", session.directory().toString()));
        }
    }

    /// The limits of a session; on generations, of one that has them.
    private static Budget shownBudget(RunSession session) {
        Budget budget = session.experiment().budget();
        return session.kind() == RunKind.EVOLUTION ? budget : budget.withGenerations(Budget.UNLIMITED);
    }

    private static Direction direction(RunSession session) {
        return session.experiment().direction();
    }

    /// `760 of different effect, 3,600 as written; at most 512 are tried`.
    private static String points(RunSession session) {
        Experiment experiment = session.experiment();
        long limit = experiment.budget().trials();
        return String.format(
                        Locale.ROOT,
                        "%s%,d of different effect",
                        session.plan().isCounted() ? "" : "at most ",
                        session.plan().points())
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
            out.line("go on       " + Typed.command("resume", session.directory() + more));
        }
    }
}
