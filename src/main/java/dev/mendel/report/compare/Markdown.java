package dev.mendel.report.compare;

import java.util.ArrayList;
import java.util.List;

/// A text in Markdown as it is being written: lines, sections and tables. Not thread-safe.
public final class Markdown {
    private final List<String> lines = new ArrayList<>();

    /// A heading, after an empty line.
    public void section(String title) {
        line("");
        line("## " + title);
    }

    /// The first row of a table, with the rule below it.
    public void heading(List<String> cells) {
        row(cells);
        line("|" + "---|".repeat(cells.size()));
    }

    /// A row of a table.
    public void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /// A line of its own.
    public void line(String line) {
        lines.add(line);
    }

    /// All lines so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
