package dev.mendel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results of other optimizers on the same tasks: the regrets of their runs, read from a file of
/// comma-separated values whose first line names at least the columns task, method, normalized_regret
/// (or regret) and cost or trials.
public final class PeerRuns {
    private static final List<String> COLUMNS = List.of("task", "method");
    private static final List<String> REGRETS = List.of("normalized_regret", "regret");
    /// Where runs are looked at: after so many trials, or so many whole trials' work.
    private static final List<String> BUDGETS = List.of("cost", "trials");

    private record Key(String task, String method, int trials) {}

    private final Map<Key, List<Double>> regrets = new LinkedHashMap<>();

    private PeerRuns() {}

    /// Nobody.
    public static PeerRuns none() {
        return new PeerRuns();
    }

    /// The runs that a file names.
    ///
    /// @throws IOException if the file can't be read, or is not such a file
    public static PeerRuns read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(","));
        List<String> budgets = BUDGETS.stream().filter(header::contains).toList();
        List<String> measures = REGRETS.stream().filter(header::contains).toList();
        if (!header.containsAll(COLUMNS) || budgets.isEmpty() || measures.isEmpty()) {
            throw new IOException(file + ":1: the columns " + header + " are not at least " + COLUMNS + ", one of "
                    + REGRETS + " and one of " + BUDGETS);
        }
        List<String> read = List.of("task", "method", budgets.getFirst(), measures.getFirst());
        int[] places = read.stream().mapToInt(header::indexOf).toArray();
        var peers = new PeerRuns();
        for (int i = 1; i < lines.size(); i++) {
            peers.add(lines.get(i).split(",", -1), places, file + ":" + (i + 1));
        }
        return peers;
    }

    /// The methods, in the order of the file.
    public List<String> methods() {
        return regrets.keySet().stream().map(Key::method).distinct().toList();
    }

    /// The regrets of a method's runs; empty where it has none.
    double[] regrets(String task, String method, int trials) {
        return regrets.getOrDefault(new Key(task, method, trials), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private void add(String[] row, int[] places, String place) throws IOException {
        try {
            var key = new Key(row[places[0]], row[places[1]], Integer.parseInt(row[places[2]]));
            regrets.computeIfAbsent(key, _ -> new ArrayList<>()).add(Double.valueOf(row[places[3]]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(
                    place + ": is not a row of the columns task, method, a number of trials and a regret", e);
        }
    }
}
