package dev.mendel.cli.session;

import dev.mendel.run.BestTrial;
import dev.mendel.run.RunSession;
import dev.mendel.search.Generation;
import dev.mendel.search.GenerationSummary;
import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchObserver;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Ending;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// For programs: one JSON object a line, each with the key `event`: `begin`, `generation`, `end`.
final class JsonTranscript implements Transcript {
    private final JsonLines lines;

    public JsonTranscript(PrintWriter out) {
        this.lines = new JsonLines(out);
    }

    @Override
    public void begin(RunSession session) {
        lines.print(line -> line.put("event", "begin")
                .put("experiment", session.experiment().name())
                .put("run", session.directory().toString())
                .put("known-trials", session.knownTrials()));
    }

    @Override
    public SearchObserver progress(RunSession session) {
        Direction direction = session.experiment().direction();
        return new SearchListener() {
            @Override
            public void generationFinished(Generation generation, GenerationSummary summary) {
                lines.print(line -> {
                    line.put("event", "generation").put("number", summary.number());
                    JsonLines.putNumber(line, "best", direction.value(summary.best()));
                    JsonLines.putNumber(line, "mean", direction.value(summary.mean()));
                    JsonLines.putNumber(line, "spread", summary.spread());
                    line.put("diversity", summary.diversity())
                            .put("trained", summary.trained())
                            .put("remembered", summary.remembered())
                            .put("failed", summary.failed())
                            .put("elapsed-seconds", session.elapsed().toMillis() / 1000.0);
                });
            }

            @Override
            public void waiting(String why) {
                lines.print(line -> line.put("event", "waiting").put("why", why));
            }
        };
    }

    @Override
    public void end(RunSession session, Ending ending, Optional<BestTrial> found, Path report) {
        lines.print(line -> {
            line.put("event", "end")
                    .put("ending", ending.name().toLowerCase(Locale.ROOT))
                    .put("elapsed-seconds", session.elapsed().toMillis() / 1000.0)
                    .put("report", report.toString());
            var taken = line.putObject("taken-over");
            session.takenOver().forEach(taken::put);
            found.ifPresent(best -> line.set(
                    "best",
                    JsonLines.evaluation(best.evaluation(), session.experiment().direction(), best.test())));
        });
    }
}
