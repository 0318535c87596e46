package dev.mendel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Regrets of several ways to search several tasks, as tables in Markdown.
public final class SearchTable {
    /// Added to each task's mean regret, so that a task that was solved by all does not decide the geometric
    /// mean.
    private static final double SOLVED = 0.001;

    private static final double SAME = 1e-4;

    private final List<Integer> budgets;
    private final PeerRuns peers;
    private final String rival;
    private final Map<String, Map<String, double[][]>> regrets = new LinkedHashMap<>();

    /// @param rival whose runs the others are compared with
    public SearchTable(List<Integer> budgets, PeerRuns peers, String rival) {
        this.budgets = List.copyOf(budgets);
        this.peers = peers;
        this.rival = rival;
    }

    /// Adds the results of a contender in a task, and those of its peers.
    ///
    /// @param found a row for each budget, in it a number for each run
    public void add(String task, String contender, double[][] found) {
        for (String method : peers.methods()) {
            row(method)
                    .computeIfAbsent(
                            task,
                            _ -> budgets.stream()
                                    .map(trials -> peers.regrets(task, method, trials))
                                    .toArray(double[][]::new));
        }
        row(contender).put(task, found);
    }

    private Map<String, double[][]> row(String contender) {
        return regrets.computeIfAbsent(contender, _ -> new LinkedHashMap<>());
    }

    /// A row for each contender: how likely one of its runs is better than one of the rival's, as the mean over
    /// tasks, ties counted as half; and the geometric mean over tasks of its mean regret, in hundredths.
    public List<String> overall() {
        var lines = header("search", "P(better than " + rival + ")", "regret × 100, geometric mean");
        regrets.forEach((contender, tasks) -> {
            var cells = new ArrayList<String>(List.of(contender));
            each(budget -> cells.add(number(
                    "%.2f",
                    tasks.keySet().stream()
                            .mapToDouble(task -> better(task, contender, budget))
                            .average()
                            .orElse(Double.NaN))));
            each(budget -> cells.add(number("%.2f", 100 * geometricMean(tasks, budget))));
            lines.add(line(cells));
        });
        return lines;
    }

    /// A row for each task and contender: the chance of being better than the rival, and the mean regret in
    /// hundredths.
    public List<String> tasks() {
        var lines = header("task | search", "P(better than " + rival + ")", "regret × 100, mean");
        lines.set(1, "|---" + lines.get(1));
        for (String task : regrets.values().iterator().next().keySet()) {
            regrets.forEach((contender, tasks) -> {
                var cells = new ArrayList<String>(List.of(task, contender));
                each(budget -> cells.add(number("%.2f", better(task, contender, budget))));
                each(budget -> cells.add(number("%.3f", 100 * mean(regrets(task, contender)[budget]))));
                lines.add(line(cells));
            });
        }
        return lines;
    }

    private List<String> header(String first, String better, String regret) {
        var cells = new ArrayList<String>(List.of(first));
        budgets.forEach(trials -> cells.add(cells.size() == 1 ? better + " at " + trials : "at " + trials));
        budgets.forEach(
                trials -> cells.add(cells.size() == 1 + budgets.size() ? regret + " at " + trials : "at " + trials));
        return new ArrayList<>(List.of(line(cells), "|---".repeat(cells.size()) + "|"));
    }

    /// Of each budget, those of all seeds.
    private double[][] regrets(String task, String contender) {
        return Objects.requireNonNull(row(contender).get(task));
    }

    private double better(String task, String contender, int budget) {
        double[] own = regrets(task, contender)[budget];
        double[] other = peers.regrets(task, rival, budgets.get(budget));
        double won = 0;
        for (double mine : own) {
            for (double theirs : other) {
                won += alike(mine, theirs) ? 0.5 : mine < theirs ? 1 : 0;
            }
        }
        return won / (own.length * other.length);
    }

    /// Whether two regrets differ by no more than the digits they are kept with.
    private static boolean alike(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.max(one, other);
    }

    private static double geometricMean(Map<String, double[][]> tasks, int budget) {
        return Math.exp(tasks.values().stream()
                .mapToDouble(found -> Math.log(mean(found[budget]) + SOLVED))
                .average()
                .orElse(Double.NaN));
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    private void each(IntConsumer budget) {
        IntStream.range(0, budgets.size()).forEach(budget);
    }

    private static String number(String format, double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
