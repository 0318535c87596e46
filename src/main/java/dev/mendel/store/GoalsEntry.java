package dev.mendel.store;

import dev.mendel.space.Scale;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import java.util.ArrayList;
import java.util.List;

/// The goals of a run as an entry of its manifest: a line for each, `MINIMISE LOG weights` for an objective,
/// `<= 5.0 seconds` for a constraint. The name comes last, since it may hold spaces.
final class GoalsEntry {
    private static final int FIELDS = 3;

    private GoalsEntry() {}

    static String write(Goals goals) {
        var lines = new ArrayList<String>();
        goals.objectives().forEach(each -> lines.add(each.direction() + " " + each.scale() + " " + each.name()));
        goals.limits().forEach(each -> lines.add(each.text() + " " + each.name()));
        return String.join("\n", lines);
    }

    /// @throws IllegalArgumentException if the text is none that was written
    static Goals read(String text) {
        var objectives = new ArrayList<Goal>();
        var limits = new ArrayList<Limit>();
        for (String line : text.lines().toList()) {
            List<String> fields = List.of(line.split(" ", FIELDS));
            if (fields.size() < FIELDS) {
                throw new IllegalArgumentException("no goal: " + line);
            }
            String name = fields.getLast();
            if (line.startsWith("<=") || line.startsWith(">=")) {
                limits.add(Limit.parse(name, fields.get(0) + " " + fields.get(1))
                        .orElseThrow(() -> new IllegalArgumentException("no constraint: " + line)));
            } else {
                objectives.add(new Goal(name, Direction.valueOf(fields.get(0)), Scale.valueOf(fields.get(1))));
            }
        }
        return new Goals(objectives, limits);
    }
}
