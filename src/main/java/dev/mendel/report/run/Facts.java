package dev.mendel.report.run;

import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.space.Rule;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.store.Manifest;
import dev.mendel.store.StoredRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The facts of a run: program, machine and settings by name, for people.
final class Facts {
    private Facts() {}

    static Map<String, String> of(StoredRun run, SearchSpace space, Budget budget) {
        Manifest manifest = run.manifest();
        var facts = new LinkedHashMap<String, String>();
        facts.put("experiment", manifest.experiment());
        facts.put("run", run.directory().name());
        facts.put("strategy", manifest.kind().word());
        facts.put("run's seed", Long.toString(manifest.seed().value()));
        facts.put("begun", manifest.created().toString());
        List<StoredRun.Session> sessions = run.sessions();
        facts.put("sessions", sessions.size() + ", workers in each: " + workers(sessions));
        facts.put("elapsed", words(run.status().elapsed()));
        facts.put("budget", words(budget, manifest.kind()));
        if (!space.rules().isEmpty()) {
            facts.put("rules", space.rules().all().map(Rule::toString).collect(Collectors.joining("; ")));
        }
        facts.put("data", manifest.dataHash().isEmpty() ? "none" : manifest.dataHash());
        facts.putAll(manifest.provenance());
        return facts;
    }

    private static String workers(List<StoredRun.Session> sessions) {
        return String.join(
                ", ",
                sessions.stream()
                        .map(session ->
                                session.workers() + (session.cluster() == null ? "" : " on " + session.cluster()))
                        .toList());
    }

    private static String words(Budget budget, RunKind kind) {
        var limits = new ArrayList<String>();
        limits.add((budget.generations() == Budget.UNLIMITED ? "unlimited" : budget.generations()) + " generations"
                + (kind == RunKind.EVOLUTION ? "" : " (not for this strategy)"));
        limits.add((budget.trials() == Budget.UNLIMITED ? "unlimited" : budget.trials()) + " trials");
        limits.add(budget.time().compareTo(Budget.FOREVER) >= 0 ? "unlimited time" : words(budget.time()));
        if (budget.stagnation() != Budget.UNLIMITED) {
            limits.add("stagnation of " + budget.stagnation() + " trials");
        }
        if (budget.target() != null) {
            limits.add("target " + new Value.Real(budget.target()).display());
        }
        return String.join(", ", limits);
    }

    static String words(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
