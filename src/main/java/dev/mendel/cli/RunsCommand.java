package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.cli.session.Screen.Tone;
import dev.mendel.cli.session.Typed;
import dev.mendel.report.Durations;
import dev.mendel.report.Figures;
import dev.mendel.report.MendelJson;
import dev.mendel.run.RunSummary;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `mendel runs`.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List all runs: how they stand and the best they have found.",
        footer = {
            "",
            "Conditions and the order are of: run, experiment, strategy, state, group, note, seed, started, elapsed,"
                    + " trials, failed, stopped, best. States: running, killed, stopped, complete, exhausted, trials, time,"
                    + " stagnation, target, failing, unreachable, unreadable."
        })
final class RunsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--filter",
            paramLabel = "CONDITION",
            converter = RunFilter.Converter.class,
            description = "only runs of which this holds: state=complete, best>0.9, note~text; several all have to")
    private List<RunFilter> filters = List.of();

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            converter = Keys.class,
            description = "the order, as best (better ones first), trials or elapsed (default: started)")
    private RunFilter.@Nullable Key sort;

    @Option(names = "--reverse", description = "the other way round")
    private boolean reverse;

    @Option(names = "--json", description = "print JSON, one object a line, for programs")
    private boolean json;

    @Mixin
    private OutputOption output = new OutputOption();

    /// Names of what runs are sorted by.
    private static final class Keys implements ITypeConverter<RunFilter.Key> {
        @Override
        public RunFilter.Key convert(String text) {
            return RunFilter.Key.find(text)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is not one of " + RunFilter.Key.all()));
        }
    }

    @Override
    public Integer call() {
        List<RunSummary> all = RunSummary.all(output.path());
        List<RunSummary> shown =
                sorted(all.stream().filter(run -> filters.stream().allMatch(filter -> filter.test(run))));
        if (json) {
            shown.forEach(run -> spec.commandLine().getOut().println(MendelJson.line(run)));
            return 0;
        }
        Screen screen = Screen.of(spec.commandLine().getOut());
        if (shown.isEmpty()) {
            screen.line(
                    all.isEmpty()
                            ? "no runs in " + output.path() + "; begin with: "
                                    + Typed.command("evolve", "experiments/quickstart.yaml")
                            : "none of the " + Counted.of(all.size(), "run") + " in " + output.path()
                                    + " is like that");
            return 0;
        }
        print(shown, screen);
        return 0;
    }

    private List<RunSummary> sorted(Stream<RunSummary> runs) {
        List<RunSummary> sorted = (sort == null ? runs : runs.sorted(sort.order())).toList();
        return reverse ? sorted.reversed() : sorted;
    }

    /// A line for each run, or two where they would be too long.
    private static void print(List<RunSummary> runs, Screen screen) {
        int name = Math.max(3, width(runs.stream().map(RunSummary::run)));
        int state = Math.max(5, width(runs.stream().map(RunSummary::state)));
        int trials = Math.max(6, width(runs.stream().map(RunsCommand::trials)));
        boolean racing = runs.stream().anyMatch(run -> run.stopped() > 0);
        int figures = state + trials + (racing ? 41 : 32);
        boolean parted = !screen.fits(name + figures);
        String form = "%-" + state + "s  %" + trials + "s  %6s" + (racing ? "  %7s" : "%s") + "  %8s  %8s";
        String margin = parted ? "  " : pad("run", name) + "  ";
        screen.line(
                margin
                        + String.format(
                                Locale.ROOT,
                                form,
                                "state",
                                "trials",
                                "failed",
                                racing ? "stopped" : "",
                                "best",
                                "elapsed"),
                Tone.FAINT);
        for (RunSummary run : runs) {
            String figure = run.problem() != null
                    ? run.state() + ": " + run.problem()
                    : String.format(
                            Locale.ROOT,
                            form,
                            run.state(),
                            trials(run),
                            run.failed(),
                            racing ? run.stopped() : "",
                            run.best() == null ? "-" : Figures.of(run.best()),
                            Durations.clock(Duration.ofMillis((long) (run.elapsedSeconds() * 1000))));
            if (parted) {
                screen.line(run.run(), Tone.STRONG);
                screen.line("  " + figure, tone(run));
            } else {
                screen.line(pad(run.run(), name) + "  " + figure, tone(run));
            }
            if (run.cluster() != null) {
                screen.line("  on " + run.cluster(), Tone.FAINT);
            }
            if (!run.note().isEmpty()) {
                run.note().lines().forEach(line -> screen.line("  " + line, Tone.FAINT));
            }
        }
    }

    private static Tone tone(RunSummary run) {
        return switch (run.state()) {
            case "running" -> Tone.STRONG;
            case "unreadable", "failing", "unreachable" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
    }

    /// The number of trials; of a grid, out of how many.
    private static String trials(RunSummary run) {
        BigInteger points = run.points();
        return points == null
                ? Long.toString(run.trials())
                : String.format(Locale.ROOT, "%,d of %,d", run.trials(), points);
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
