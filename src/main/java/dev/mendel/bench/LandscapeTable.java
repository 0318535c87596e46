package dev.mendel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Regrets of several ways to search the landscapes of several families, as tables in Markdown. Contenders are
/// compared landscape by landscape.
public final class LandscapeTable {
    /// Added to each regret before its logarithm is taken: what is nearer to the optimum counts as found.
    private static final double FOUND = 1e-6;

    private final List<Integer> budgets;
    private final String rival;
    private final PeerRuns peers;
    /// By family and contender, a row for each budget.
    private final Map<String, Map<String, double[][]>> regrets = new LinkedHashMap<>();

    /// @param rival the contender with whom the others are compared
    /// @param peers runs of other optimizers, of tasks such as `valley-7`
    public LandscapeTable(List<Integer> budgets, String rival, PeerRuns peers) {
        this.peers = peers;
        this.budgets = List.copyOf(budgets);
        this.rival = rival;
    }

    /// Adds the results of a contender.
    ///
    /// @param found a row for each budget, in it a number for each landscape
    public void add(String family, String contender, double[][] found) {
        regrets.computeIfAbsent(family, _ -> peers(family, found[0].length)).put(contender, found);
    }

    /// Those that have searched all of the landscapes.
    private Map<String, double[][]> peers(String family, int draws) {
        var found = new LinkedHashMap<String, double[][]>();
        for (String method : peers.methods()) {
            double[][] rows = budgets.stream()
                    .map(trials -> IntStream.rangeClosed(1, draws)
                            .mapToObj(draw -> peers.regrets(family + "-" + draw, method, trials))
                            .flatMapToDouble(runs -> Arrays.stream(runs).limit(1))
                            .toArray())
                    .toArray(double[][]::new);
            if (Arrays.stream(rows).allMatch(row -> row.length == draws)) {
                found.put(method, rows);
            }
        }
        return found;
    }

    /// A row for each family and contender: in which share of landscapes it is at least as good as the rival,
    /// and the geometric mean and the median of its regrets.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var head = new ArrayList<String>(List.of("family", "search"));
        for (String figure : List.of("no worse than " + rival, "regret, geometric mean", "regret, median")) {
            budgets.forEach(
                    trials -> head.add(trials.equals(budgets.getFirst()) ? figure + " at " + trials : "at " + trials));
        }
        lines.add(line(head));
        lines.add("|---".repeat(head.size()) + "|");
        regrets.forEach((family, contenders) -> contenders.forEach((contender, found) -> {
            var cells = new ArrayList<String>(List.of(family, contender));
            double[][] theirs = Objects.requireNonNull(contenders.get(rival));
            IntStream.range(0, budgets.size())
                    .forEach(budget -> cells.add(number("%.2f", noWorse(found[budget], theirs[budget]))));
            for (double[] row : found) {
                cells.add(number("%.2g", geometricMean(row)));
            }
            for (double[] row : found) {
                cells.add(number("%.2g", median(row)));
            }
            lines.add(line(cells));
        }));
        return lines;
    }

    private static double noWorse(double[] own, double[] theirs) {
        return IntStream.range(0, own.length)
                .mapToDouble(draw -> own[draw] <= theirs[draw] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double geometricMean(double[] regrets) {
        return Math.exp(Arrays.stream(regrets)
                .map(regret -> Math.log(regret + FOUND))
                .average()
                .orElse(Double.NaN));
    }

    private static double median(double[] regrets) {
        double[] sorted = regrets.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
