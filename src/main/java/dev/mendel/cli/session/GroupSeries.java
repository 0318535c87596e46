package dev.mendel.cli.session;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.SessionOpening;
import dev.mendel.run.SessionSettings;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.store.Group;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Seed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out the runs of a group, one after another, and sums up. Each run keeps the group with its seeds,
/// and the experiment, which is enough to go on after an interruption.
public final class GroupSeries {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SessionOutput output;

    /// The settings that all runs of the group share.
    private record Plan(Group group, Experiment experiment, RunKind kind, SessionSettings means) {}

    public GroupSeries(SessionOutput output) {
        this.output = output;
    }

    /// Begins a group.
    ///
    /// @return the exit code
    public int begin(Experiment experiment, RunKind kind, Seed first, int count, SessionSettings means)
            throws Exception {
        var group = Group.of(experiment.name(), kind.word(), first.value(), count, TIME.format(Instant.now()));
        return carryOut(new Plan(group, experiment, kind, means), Map.of(), null);
    }

    /// Goes on with the runs of a group that are not at their end, and begins those that are missing.
    ///
    /// @param members the runs that have begun, at least one
    /// @param limits another budget in place of the one the runs have; null to keep it
    /// @return the exit code
    public int resume(List<RunDirectory> members, Function<Budget, @Nullable Budget> limits, SessionSettings means)
            throws Exception {
        Map<Long, RunDirectory> begun = new TreeMap<>();
        for (RunDirectory member : members) {
            try (StoredRun run = StoredRun.snapshot(member)) {
                begun.put(run.manifest().seed().value(), member);
            }
        }
        try (StoredRun run = StoredRun.snapshot(members.getFirst())) {
            Experiment kept = ExperimentFile.of(run);
            Budget changed = limits.apply(kept.budget());
            var plan = new Plan(
                    run.group().orElseThrow(),
                    changed == null ? kept : kept.withBudget(changed),
                    run.manifest().kind(),
                    means.withKnownOf(run));
            return carryOut(plan, begun, changed);
        }
    }

    private int carryOut(Plan plan, Map<Long, RunDirectory> begun, @Nullable Budget changed) throws Exception {
        Group group = plan.group();
        for (int i = 0; i < group.count(); i++) {
            long seed = group.first() + i;
            RunDirectory member = begun.get(seed);
            if (member != null && changed == null && isAtItsEnd(member, plan.means())) {
                continue;
            }
            int code = member == null ? begin(plan, new Seed(seed)) : resume(member, changed, plan.means());
            if (code != 0) {
                output.line("group       " + Typed.command("resume", group.name() + output.typed()));
                return code;
            }
        }
        GroupText.of(group, RunDirectory.group(output.runs(), group.name()), output.typed())
                .forEach(output::line);
        return 0;
    }

    private int begin(Plan plan, Seed seed) throws Exception {
        return new SessionRunner(output)
                .conduct(() -> SessionOpening.begin(plan.experiment(), plan.kind(), seed, plan.means(), plan.group()));
    }

    private int resume(RunDirectory member, @Nullable Budget changed, SessionSettings means) throws Exception {
        return new SessionRunner(output).conduct(() -> SessionOpening.resume(member, changed, means));
    }

    private static boolean isAtItsEnd(RunDirectory member, SessionSettings means) {
        try (StoredRun run = StoredRun.snapshot(member)) {
            RunStatus status = run.status();
            boolean retrying = means.failures() == SessionSettings.Failures.RETRY && status.failed() > 0;
            return !retrying && status.ending() != null && !status.ending().isInterruption();
        }
    }
}
