package dev.mendel.cli;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.Means;
import dev.mendel.experiment.RunSession;
import dev.mendel.experiment.Undertaking;
import dev.mendel.search.Budget;
import dev.mendel.store.Group;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Ending;
import dev.mendel.trial.Seed;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Carries out the runs of a group, one after another, and sums up. What it takes to go on after an
/// interruption is kept with each run: the group with its seeds, and the experiment.
final class GroupSeries {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final SessionOptions options;
    private final PrintWriter out;

    /// What all runs of the group have in common.
    private record Plan(Group group, Experiment experiment, Undertaking undertaking, Means means) {}

    /// @param out where the summary goes
    GroupSeries(SessionOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /// Begins a group.
    ///
    /// @return the exit code
    int begin(Experiment experiment, Undertaking undertaking, Seed first, int count, Means means) throws Exception {
        var group = Group.of(experiment.name(), undertaking.word(), first.value(), count, TIME.format(Instant.now()));
        return carryOut(new Plan(group, experiment, undertaking, means), Map.of(), null);
    }

    /// Goes on with the runs of a group that are not at their end, and begins those that are missing.
    ///
    /// @param members those that have begun, at least one
    /// @return the exit code
    int resume(List<RunDirectory> members, BudgetOptions limits, Means means) throws Exception {
        Map<Long, RunDirectory> begun = new TreeMap<>();
        for (RunDirectory member : members) {
            try (StoredRun run = StoredRun.open(member)) {
                begun.put(run.manifest().seed().value(), member);
            }
        }
        try (StoredRun run = StoredRun.open(members.getFirst())) {
            Experiment kept = Experiment.of(run);
            Budget changed = limits.over(kept.budget());
            var plan = new Plan(
                    run.group().orElseThrow(),
                    changed == null ? kept : kept.withBudget(changed),
                    Undertaking.of(run.manifest().strategy()),
                    means.withKnownOf(run));
            return carryOut(plan, begun, changed);
        }
    }

    private int carryOut(Plan plan, Map<Long, RunDirectory> begun, @Nullable Budget changed) throws Exception {
        Group group = plan.group();
        for (long seed = group.first(); seed < group.first() + group.count(); seed++) {
            RunDirectory member = begun.get(seed);
            if (member != null && changed == null && isAtItsEnd(member, plan.means())) {
                continue;
            }
            int code = member == null ? begin(plan, new Seed(seed)) : resume(member, changed, plan.means());
            if (code != 0) {
                options.unlessJson(() ->
                        out.println("group       " + Mendel.typed("resume", group.name() + options.outputTyped())));
                return code;
            }
        }
        options.unlessJson(
                () -> GroupText.of(group, RunDirectory.group(options.output(), group.name()), options.outputTyped())
                        .forEach(out::println));
        return 0;
    }

    private int begin(Plan plan, Seed seed) throws Exception {
        return new Conductor(options.transcript()).conduct(() -> {
            RunSession session = RunSession.begin(plan.experiment(), plan.undertaking(), seed, plan.means());
            session.joins(plan.group());
            return session;
        });
    }

    private int resume(RunDirectory member, @Nullable Budget changed, Means means) throws Exception {
        return new Conductor(options.transcript()).conduct(() -> RunSession.resume(member, changed, means));
    }

    private static boolean isAtItsEnd(RunDirectory member, Means means) {
        try (StoredRun run = StoredRun.open(member)) {
            StoredRun.Status status = run.status();
            boolean retrying = means.failures() == Means.Failures.RETRY && status.failed() > 0;
            return !retrying && status.ending() != null && status.ending() != Ending.STOPPED;
        }
    }
}
