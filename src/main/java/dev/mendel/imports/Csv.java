package dev.mendel.imports;

import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads comma-separated values (RFC 4180). Cells may be separated by semicolons or tabs instead, as the first line
/// is; empty lines count for nothing.
final class Csv {
    /// The first of these goes before, where a line has as many of each.
    private static final String SEPARATORS = ",;\t";

    private final String text;
    private final Place file;
    private final Faults faults;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int column = 1;

    /// A cell: its text without the quotes around it, and where it begins.
    record Cell(String text, Place place) {}

    /// The cells between two ends of lines.
    record Row(int line, List<Cell> cells) {}

    private Csv(String text, Place file, Faults faults) {
        this.text = text;
        this.file = file;
        this.faults = faults;
        this.separator = separator(text);
    }

    /// The rows of a text, the heading among them.
    ///
    /// @param faults takes quotes that are not closed, and texts behind closed ones
    static List<Row> read(String text, Place file, Faults faults) {
        var csv = new Csv(text, file, faults);
        while (csv.at < text.length()) {
            csv.row();
        }
        return csv.rows;
    }

    /// The one that the first line has most of.
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return (char) SEPARATORS
                .chars()
                .boxed()
                .max(Comparator.comparingLong(separator -> count(first, separator)))
                .orElseThrow()
                .intValue();
    }

    private static long count(String line, int separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    private void row() {
        int begun = line;
        cells = new ArrayList<>();
        do {
            cell();
        } while (skip(separator));
        endOfLine();
        boolean empty = cells.size() == 1 && cells.getFirst().text().isEmpty();
        if (!empty) {
            rows.add(new Row(begun, cells));
        }
    }

    private void cell() {
        Place place = file.column(line, column);
        cells.add(new Cell(skip('"') ? quoted(place) : plain(), place));
    }

    /// Up to the separator or the end of the line.
    private String plain() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            advance();
        }
        return text.substring(start, at);
    }

    /// Up to the closing quote; two quotes are one.
    private String quoted(Place place) {
        var cell = new StringBuilder();
        while (at < text.length()) {
            if (skip('"')) {
                if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    advance();
                } else {
                    requireEnd();
                    return cell.toString();
                }
            } else {
                cell.append(text.charAt(at));
                advance();
            }
        }
        faults.add(place, "the quote that opens here is not closed");
        return cell.toString();
    }

    private void requireEnd() {
        if (at < text.length() && !isEnd(text.charAt(at))) {
            faults.add(
                    file.column(line, column),
                    "there is text behind a closing quote; a quote within quotes is written twice");
            plain();
        }
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            advance();
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            advance();
        }
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            advance();
            return true;
        }
        return false;
    }

    private void advance() {
        char c = text.charAt(at);
        boolean ends = c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
        at++;
        if (ends) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }
}
