package dev.mendel.cli.session;

import dev.mendel.report.MendelJson;
import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchObserver;
import dev.mendel.space.Configuration;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import dev.mendel.trial.evaluate.FoldRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For programs: one JSON object a line, each with the key `event`: `begin`, `generation`, `waiting`, `end`; in
/// detail `asked`, `fold` and `trial` too.
final class JsonTranscript implements Transcript {
    private final PrintWriter out;
    private final Detail detail;

    JsonTranscript(PrintWriter out, Detail detail) {
        this.out = out;
        this.detail = detail;
    }

    private record Asked(String event, long trial, int generation, Configuration configuration) {}

    private record Fold(
            String event,
            long trial,
            int fold,
            double value,
            double seconds,
            int worker,
            @Nullable String host) {}

    private record Done(
            String event,
            long trial,
            @Nullable Double value,
            @Nullable String failure,
            @Nullable String takenOver) {}

    private record Begin(
            String event,
            String experiment,
            String run,
            long knownTrials,
            @Nullable String page) {}

    private record GenerationLine(
            String event,
            int number,
            double best,
            double mean,
            double spread,
            double diversity,
            int trained,
            int remembered,
            int failed,
            double elapsedSeconds) {}

    private record Waiting(String event, String why) {}

    private record End(
            String event,
            String ending,
            double elapsedSeconds,
            String report,
            Map<String, Long> takenOver,
            @Nullable EvaluationJson best,
            @Nullable String failure) {}

    @Override
    public void begin(RunSession session, @Nullable String page) {
        print(new Begin(
                "begin", session.experiment().name(), session.directory().toString(), session.knownTrials(), page));
    }

    @Override
    public SearchObserver progress(RunSession session) {
        Direction direction = session.experiment().direction();
        boolean verbose = detail == Detail.VERBOSE;
        return new SearchListener() {
            private @Nullable String other;

            @Override
            public void asked(int generation, List<Trial> trials) {
                if (verbose) {
                    trials.forEach(
                            trial -> print(new Asked("asked", trial.id().number(), generation, trial.configuration())));
                }
            }

            @Override
            public void takenOver(Trial trial, String run) {
                other = run;
            }

            @Override
            public void foldFinished(FoldRun run) {
                if (verbose) {
                    print(new Fold(
                            "fold",
                            run.trial().id().number(),
                            run.fold(),
                            direction.value(run.result().score()),
                            run.result().time().toNanos() / 1e9,
                            run.worker(),
                            run.host()));
                }
            }

            @Override
            public void finished(Trial trial, Outcome outcome) {
                if (verbose) {
                    print(new Done(
                            "trial",
                            trial.id().number(),
                            outcome.score().map(direction::value).orElse(null),
                            outcome instanceof Outcome.Failed failed ? failed.reason() : null,
                            other));
                }
                other = null;
            }

            @Override
            public void generationFinished(Generation generation, GenerationSummary scored) {
                GenerationSummary summary = scored.valued(direction);
                print(new GenerationLine(
                        "generation",
                        summary.number(),
                        summary.best(),
                        summary.mean(),
                        summary.spread(),
                        summary.diversity(),
                        summary.trained(),
                        summary.remembered(),
                        summary.failed(),
                        seconds(session)));
            }

            @Override
            public void siteChanged(String line) {
                print(new Waiting("cluster", line));
            }

            @Override
            public void waiting(String why) {
                print(new Waiting("waiting", why));
            }
        };
    }

    @Override
    public void end(
            RunSession session, Ending ending, Optional<BestTrial> found, @Nullable String failure, Path report) {
        print(new End(
                "end",
                ending.name().toLowerCase(Locale.ROOT),
                seconds(session),
                report.toString(),
                session.takenOver(),
                found.map(best -> EvaluationJson.of(
                                best.evaluation(), session.experiment().direction(), best.test()))
                        .orElse(null),
                failure));
    }

    private void print(Object line) {
        out.println(MendelJson.line(line));
        out.flush();
    }

    private static double seconds(RunSession session) {
        return session.elapsed().toMillis() / 1000.0;
    }
}
