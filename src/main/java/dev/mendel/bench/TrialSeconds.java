package dev.mendel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How long trials took, as `mendel export --csv` tells it.
public final class TrialSeconds {
    private static final String COLUMN = "seconds";

    private TrialSeconds() {}

    /// The column `seconds` of a file of comma-separated values, without what is empty or 0. Columns before it
    /// have no quotes.
    ///
    /// @return at least one number
    /// @throws IOException if the file can't be read, or has no such column or number
    public static List<Double> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place =
                lines.isEmpty() ? -1 : List.of(lines.getFirst().split(",", -1)).indexOf(COLUMN);
        if (place < 0) {
            throw new IOException(file + ":1: has no column " + COLUMN + ", as mendel export --csv writes it");
        }
        var found = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            double read = seconds(lines.get(i).split(",", place + 2), place, file + ":" + (i + 1));
            if (read > 0) {
                found.add(read);
            }
        }
        if (found.isEmpty()) {
            throw new IOException(file + ": the column " + COLUMN + " has no number above 0");
        }
        return found;
    }

    private static double seconds(String[] cells, int place, String where) throws IOException {
        if (cells.length <= place || cells[place].isBlank()) {
            return 0;
        }
        try {
            double seconds = Double.parseDouble(cells[place]);
            if (seconds >= 0 && Double.isFinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new IOException(where + ": " + COLUMN + ": " + cells[place] + " is not a number from 0", e);
        }
        throw new IOException(where + ": " + COLUMN + ": " + cells[place] + " is not a number from 0");
    }
}
