package dev.mendel.bench;

import dev.mendel.json.JsonTree;
import dev.mendel.search.pareto.Hypervolume;
import dev.mendel.space.Scale;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Outcome;
import java.util.ArrayList;
import java.util.List;

/// The front of a task with several objectives. Each objective is brought to a scale on which 0 is its ideal and
/// 1 its typical value; hypervolumes are measured there, up to (1, …, 1).
///
/// @param ideals the best value of each objective that is known
/// @param typical the median of each objective of random configurations
/// @param reference the hypervolume of the best front that is known, more than 0
public record TaskFront(Goals goals, List<Double> ideals, List<Double> typical, double reference) {
    /// Translates between Mendel's requests to programs and a task that answers `{"values": [v, …]}`; the
    /// arguments are the number of objectives, their names, and the task's.
    static final String ADAPTER = """
            import json, subprocess, sys
            count = int(sys.argv[1])
            names, command = sys.argv[2:2 + count], sys.argv[2 + count:]
            task = subprocess.Popen([sys.executable, *command], text=True, bufsize=1,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for line in sys.stdin:
                request = json.loads(line)
                task.stdin.write(json.dumps(request["configuration"]) + "\\n")
                values = json.loads(task.stdout.readline() or sys.exit("the task has ended"))["values"]
                print(json.dumps({"trial": request["trial"], "repeat": request["repeat"], "value": values[0],
                                  "values": dict(zip(names, values))}), flush=True)
            """;

    public TaskFront {
        ideals = List.copyOf(ideals);
        typical = List.copyOf(typical);
    }

    /// @throws IllegalArgumentException if something is missing or wrong
    static TaskFront read(JsonTree task) {
        var goals = new ArrayList<Goal>();
        var ideals = new ArrayList<Double>();
        var typical = new ArrayList<Double>();
        for (JsonTree each : task.required("objectives").items()) {
            goals.add(new Goal(
                    each.required("name").text(),
                    SearchTask.direction(each),
                    each.required("scale").text().equals("log") ? Scale.LOG : Scale.LINEAR));
            ideals.add(each.required("ideal").number());
            typical.add(each.required("typical").number());
        }
        return new TaskFront(
                new Goals(goals, List.of()),
                ideals,
                typical,
                task.required("reference_hypervolume").number());
    }

    /// The arguments of the adapter before the command.
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add(Integer.toString(goals.objectives().size()));
        goals.objectives().forEach(goal -> arguments.add(goal.name()));
        return arguments;
    }

    /// The normalised regret of trials: the share of the reference that they do not dominate, at least 0.
    public double regret(List<Outcome> outcomes) {
        var points = new ArrayList<double[]>();
        for (Outcome each : outcomes) {
            if (each instanceof Outcome.Finished finished) {
                goals.values(finished).map(this::point).ifPresent(points::add);
            }
        }
        return Math.max(0, 1 - Hypervolume.of(points) / reference);
    }

    private double[] point(List<Double> values) {
        double[] point = new double[values.size()];
        for (int k = 0; k < point.length; k++) {
            Goal goal = goals.objectives().get(k);
            double from = goal.place(ideals.get(k));
            point[k] = (goal.place(values.get(k)) - from) / (goal.place(typical.get(k)) - from);
        }
        return point;
    }
}
