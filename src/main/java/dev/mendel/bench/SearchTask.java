package dev.mendel.bench;

import dev.mendel.bench.landscape.Family;
import dev.mendel.bench.landscape.Landscape;
import dev.mendel.external.CommandObjective;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.CommandSettings.Processes;
import dev.mendel.json.JsonTree;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tuning task whose answers are known beforehand, from tables, a surrogate or a formula, so that searches of
/// it can be measured.
///
/// @param best the best value there is, or that is known
/// @param typical the median of the values of random configurations
/// @param curves what the task tells of trials on their way; null if nothing
/// @param noise in its scores; null for none
/// @param front of a task with several objectives, which replaces best and typical; null for one
/// @param answers where its values come from
public record SearchTask(
        String name,
        SearchSpace space,
        Direction direction,
        double best,
        double typical,
        @Nullable Curves curves,
        @Nullable Noise noise,
        @Nullable TaskFront front,
        Answers answers) {
    /// Noise in scores.
    ///
    /// @param deviation its standard deviation
    /// @param repeats how often a trial is evaluated, each time as a fold
    public record Noise(double deviation, int repeats) {}

    /// A source of values.
    @FunctionalInterface
    public interface Answers {
        /// An objective whose scores are the task's values.
        ///
        /// @throws ObjectiveException if they can't be had
        Objective open() throws ObjectiveException;
    }

    /// What a task tells on the way: asked with `fold` and `curve`, it answers `{"values": [v, …]}`, the values
    /// after each epoch.
    ///
    /// @param folds the number of folds of a trial
    /// @param epochs the number of epochs of each; 1 for none
    /// @param rungs the numbers of epochs to look at
    public record Curves(int folds, int epochs, List<Integer> rungs) {}

    /// Translates between Mendel's requests to programs and the values that a task reads.
    private static final String ADAPTER = """
            import json, subprocess, sys
            task = subprocess.Popen([sys.executable, *sys.argv[1:]], text=True, bufsize=1,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for line in sys.stdin:
                request = json.loads(line)
                task.stdin.write(json.dumps(request["configuration"]) + "\\n")
                answer = json.loads(task.stdout.readline() or sys.exit("the task has ended"))
                print(json.dumps({"trial": request["trial"], "repeat": request["repeat"], **answer}), flush=True)
            """;

    /// Likewise, and tells the values after each epoch.
    private static final String CURVES = """
            import json, subprocess, sys
            task = subprocess.Popen([sys.executable, *sys.argv[1:]], text=True, bufsize=1,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for line in sys.stdin:
                request = json.loads(line)
                asked = {"configuration": request["configuration"], "fold": request["repeat"], "curve": True}
                task.stdin.write(json.dumps(asked) + "\\n")
                values = json.loads(task.stdout.readline() or sys.exit("the task has ended"))["values"]
                for number, value in enumerate(values, 1):
                    print(json.dumps({"epoch": number, "value": value}))
                answer = {"trial": request["trial"], "repeat": request["repeat"], "value": values[-1]}
                print(json.dumps(answer), flush=True)
            """;

    /// The tasks of a folder, by name: a file `spaces/NAME.json` for each.
    ///
    /// @throws IOException if there are none, or one can't be read
    public static List<SearchTask> of(Path folder) throws IOException {
        var tasks = new ArrayList<SearchTask>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("spaces"), "*.json")) {
            for (Path file : files) {
                tasks.add(read(folder, file));
            }
        }
        if (tasks.isEmpty()) {
            throw new IOException(folder.resolve("spaces") + ": holds no task (a file NAME.json)");
        }
        tasks.sort(Comparator.comparing(SearchTask::name));
        return tasks;
    }

    /// A landscape as a task, to be minimised.
    ///
    /// @param drawn by which seed
    public static SearchTask of(Family family, Seed drawn) {
        Landscape landscape = drawn(family, drawn);
        Objective objective = (trial, fold) -> FoldResult.of(landscape.value().applyAsDouble(trial.configuration()));
        return new SearchTask(
                family.word() + "-" + drawn.value(),
                landscape.space(),
                Direction.MINIMISE,
                landscape.least(),
                landscape.typical(drawn.derive(family.word(), "typical").random()),
                null,
                null,
                null,
                () -> objective);
    }

    /// The landscape of a family that a seed draws.
    static Landscape drawn(Family family, Seed seed) {
        return family.draw(seed.derive(family.word()).random());
    }

    /// The same task with noise in its scores.
    ///
    /// @param share its standard deviation, in units of the distance from a typical value to the best
    /// @param repeats how often a trial is evaluated, each time as a fold
    public SearchTask noisy(double share, int repeats) {
        return new SearchTask(
                name,
                space,
                direction,
                best,
                typical,
                new Curves(repeats, 1, List.of()),
                new Noise(share * Math.abs(typical - best), repeats),
                front,
                answers);
    }

    /// The source of the task's scores.
    ///
    /// @throws ObjectiveException if they can't be had
    public Objective objective() throws ObjectiveException {
        Objective scores = direction.turn(answers.open());
        return noise == null ? scores : new Noisy(scores, noise.deviation(), noise.repeats());
    }

    /// Those of `task.py` in a folder, which reads the hyperparameters of one configuration a line as JSON and
    /// writes `{"value": v}`: one process a thread.
    private static Objective program(Path folder, String name, @Nullable Curves curves) throws ObjectiveException {
        List<String> command = List.of("python3", "-c", curves == null ? ADAPTER : CURVES, "task.py", name);
        int repeats = curves == null ? 1 : curves.folds();
        var program =
                new CommandObjective(new CommandSettings(command, folder, Processes.PER_WORKER, repeats, null, null));
        return curves == null ? program : new TaskCurves(program, curves.epochs());
    }

    /// The normalised regret of a value: 0 at the optimum, 1 at the value of a typical random configuration;
    /// never below 0.
    public double regret(double value) {
        return Math.max(0, (value - best) / (typical - best));
    }

    private static SearchTask read(Path folder, Path file) throws IOException {
        try {
            JsonTree task = JsonTree.parse(Files.readString(file));
            String name = file.getFileName().toString().replaceAll("\\.json$", "");
            if (!task.path("objectives").isMissing()) {
                return several(folder, name, task);
            }
            Curves curves = curves(task);
            return new SearchTask(
                    name,
                    TaskSpace.read(task.required("space")),
                    direction(task),
                    task.required("best").number(),
                    task.required("median_random").number(),
                    curves,
                    null,
                    null,
                    () -> program(folder, name, curves));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static Direction direction(JsonTree told) {
        return told.required("direction").text().equals("maximize") ? Direction.MAXIMISE : Direction.MINIMISE;
    }

    private static SearchTask several(Path folder, String name, JsonTree task) {
        TaskFront front = TaskFront.read(task);
        var command = new ArrayList<>(List.of("python3", "-c", TaskFront.ADAPTER));
        command.addAll(front.arguments());
        command.addAll(List.of("task.py", name));
        var settings = new CommandSettings(command, folder, Processes.PER_WORKER, 1, null, null);
        return new SearchTask(
                name,
                TaskSpace.read(task.required("space")),
                front.goals().objectives().getFirst().direction(),
                front.ideals().getFirst(),
                front.typical().getFirst(),
                null,
                null,
                front,
                () -> new CommandObjective(settings));
    }

    private static @Nullable Curves curves(JsonTree task) {
        if (task.path("folds").isMissing()) {
            return null;
        }
        int epochs = Math.toIntExact(task.required("epochs").whole());
        return new Curves(
                Math.toIntExact(task.required("folds").whole()),
                epochs,
                task.path("rungs").items().stream()
                        .map(JsonTree::whole)
                        .map(Math::toIntExact)
                        .filter(rung -> epochs > 1 && rung < epochs)
                        .toList());
    }
}
