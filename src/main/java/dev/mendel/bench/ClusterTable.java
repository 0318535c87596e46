package dev.mendel.bench;

import dev.mendel.bench.ClusterSimulation.Course;
import dev.mendel.bench.ClusterSimulation.Shape;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// How long evolutions of different numbers of children take on clusters of different sizes until they have
/// found what one of them finds in so many trials, as tables in Markdown. Children of a generation are bred
/// from the same evaluations, so more of them keep more slots busy, and take more trials.
public final class ClusterTable {
    private static final Seed SEED = new Seed(1);
    private static final int RUNS = 100;

    private final List<Integer> slots;
    private final int trials;
    private final Map<Steps, StepCurve> curves = new LinkedHashMap<>();

    /// The width of an evolution's steps.
    public record Steps(int population, int children) {}

    /// @param slots the sizes of clusters
    /// @param trials of the first evolution that is added, which sets what is to be found
    public ClusterTable(List<Integer> slots, int trials) {
        this.slots = List.copyOf(slots);
        this.trials = trials;
    }

    /// The numbers of trials after which searches are to be looked at.
    public List<Integer> budgets() {
        return StepCurve.budgets(trials);
    }

    /// Adds the searches of a task.
    ///
    /// @param regrets a row for each of the budgets, in it a number for each search
    public void add(Steps steps, double[][] regrets) {
        curves.computeIfAbsent(steps, _ -> new StepCurve(budgets())).add(regrets);
    }

    /// A row for each width: the mean regret, how many trials find what the first finds, and for each size of
    /// cluster how long they take and how busy the slots are; then a row for each size: the fastest width.
    ///
    /// @param simulation of runs of the same trials
    public List<String> lines(ClusterSimulation simulation) {
        var lines = new ArrayList<String>();
        var head = new ArrayList<String>(
                List.of("children", "population", "regret × 100 at " + trials, "trials to the same"));
        slots.forEach(size -> head.add(size == 1 ? "1 slot" : size + " slots"));
        head(lines, head);
        var courses = new LinkedHashMap<Steps, List<Course>>();
        curves.forEach((steps, curve) -> {
            var cells = new ArrayList<String>(List.of(
                    Integer.toString(steps.children()),
                    Integer.toString(steps.population()),
                    String.format(
                            Locale.ROOT, "%.2f", 100 * curve.regret(budgets().indexOf(trials)))));
            OptionalDouble needed = curve.trials(reference());
            if (needed.isEmpty()) {
                cells.add("over " + budgets().getLast());
                slots.forEach(_ -> cells.add("–"));
            } else {
                int count = (int) Math.ceil(needed.getAsDouble());
                cells.add(Integer.toString(count));
                List<Course> row = slots.stream()
                        .map(size -> course(simulation, steps, count, size))
                        .toList();
                row.forEach(course -> cells.add(text(course)));
                courses.put(steps, row);
            }
            lines.add(line(cells));
        });
        lines.add("");
        head(
                lines,
                List.of(
                        "slots",
                        "fastest: children",
                        "time",
                        "slots busy",
                        "times faster than " + first() + " children"));
        for (int i = 0; i < slots.size(); i++) {
            lines.add(line(fastest(courses, i)));
        }
        return lines;
    }

    private List<String> fastest(Map<Steps, List<Course>> courses, int size) {
        Map.Entry<Steps, List<Course>> best = courses.entrySet().stream()
                .min(Comparator.comparingDouble(
                        each -> each.getValue().get(size).seconds()))
                .orElseThrow();
        Course course = best.getValue().get(size);
        Course usual = Objects.requireNonNull(
                        courses.get(curves.keySet().iterator().next()))
                .get(size);
        return List.of(
                Integer.toString(slots.get(size)),
                Integer.toString(best.getKey().children()),
                time(course),
                busy(course),
                String.format(Locale.ROOT, "%.2f", usual.seconds() / course.seconds()));
    }

    private int first() {
        return curves.keySet().iterator().next().children();
    }

    private double reference() {
        return curves.values().iterator().next().regret(budgets().indexOf(trials));
    }

    /// The mean of many runs.
    private static Course course(ClusterSimulation simulation, Steps steps, int count, int size) {
        double seconds = 0;
        double busy = 0;
        for (int run = 0; run < RUNS; run++) {
            Course one = simulation.run(
                    new Shape(steps.population(), steps.children(), count),
                    size,
                    SEED.derive("run", Integer.toString(run)).random());
            seconds += one.seconds();
            busy += one.busy();
        }
        return new Course(seconds / RUNS, busy / RUNS);
    }

    private static String text(Course course) {
        return time(course) + ", " + busy(course);
    }

    private static String time(Course course) {
        double minutes = course.seconds() / 60;
        return minutes < 120
                ? String.format(Locale.ROOT, "%.1f min", minutes)
                : String.format(Locale.ROOT, "%.1f h", minutes / 60);
    }

    private static String busy(Course course) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * course.busy());
    }

    private static void head(List<String> lines, List<String> cells) {
        lines.add(line(cells));
        lines.add("|---".repeat(cells.size()) + "|");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
