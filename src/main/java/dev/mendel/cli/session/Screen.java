package dev.mendel.cli.session;

import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Where texts for people are printed: lines that fit, and on a terminal a line that is rewritten and colours.
/// For one thread.
///
/// Lines are broken between words, and go on below the beginning of their last column; a word that is longer
/// than a line is never broken, so that paths can be copied. What goes into a file or another program is broken
/// only where the variable COLUMNS says how wide.
public final class Screen {
    /// The width of a terminal that does not tell.
    private static final int USUAL = 80;
    /// The least width for which lines are laid out.
    private static final int NARROWEST = 40;

    private static final String CLEAR = "\r\u001b[K";
    private static final String END = "\u001b[0m";

    private final PrintWriter out;
    private final int width;
    private final boolean terminal;
    private final boolean coloured;

    /// The emphasis of a line.
    public enum Tone {
        PLAIN(""),
        /// What is news.
        STRONG("\u001b[1m"),
        /// What only helps to read the rest.
        FAINT("\u001b[2m"),
        /// What went wrong.
        BAD("\u001b[31m");

        private final String begin;

        Tone(String begin) {
            this.begin = begin;
        }
    }

    /// @param width the number of characters of a line
    /// @param terminal whether a person watches, so that lines can be rewritten
    /// @param coloured whether lines have colours
    public Screen(PrintWriter out, int width, boolean terminal, boolean coloured) {
        this.out = out;
        this.width = Math.max(width, NARROWEST);
        this.terminal = terminal;
        this.coloured = coloured;
    }

    /// What this program writes to: a terminal unless it is redirected. Colours are off where NO_COLOR is set.
    public static Screen of(PrintWriter out) {
        boolean terminal = isTerminal();
        String noColour = System.getenv("NO_COLOR");
        return new Screen(out, width(terminal), terminal, terminal && (noColour == null || noColour.isEmpty()));
    }

    /// The same lines without anything else: for messages, which may go elsewhere than what this program prints.
    public static Screen plain(PrintWriter err) {
        return new Screen(err, width(isTerminal()), false, false);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where input or output is redirected, in JDK 25 too
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /// As the variable COLUMNS says, which the launcher sets.
    private static int width(boolean terminal) {
        int said = number(System.getenv().getOrDefault("COLUMNS", ""));
        if (said > 0) {
            return said;
        }
        return terminal ? USUAL : Integer.MAX_VALUE;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The number of characters that a table may have: that of a line, or 80 where lines have no end.
    public int columns() {
        return width == Integer.MAX_VALUE ? USUAL : width;
    }

    /// Whether so many characters fit into a line.
    public boolean fits(int characters) {
        return characters <= width;
    }

    /// Prints a line.
    public void line(String line) {
        line(line, Tone.PLAIN);
    }

    /// Prints a line with emphasis.
    public void line(String line, Tone tone) {
        clear();
        String begin = coloured ? tone.begin : "";
        for (String part : broken(line)) {
            out.println(begin.isEmpty() ? part : begin + part + END);
        }
        out.flush();
    }

    /// Prints a line that the next one takes the place of; nothing where lines can't be rewritten.
    ///
    /// @param text the line of so many characters at most
    void passing(IntFunction<String> text) {
        if (terminal) {
            String line = text.apply(columns() - 1);
            String shown = line.length() < width ? line : line.substring(0, width - 1);
            // without line wrap: a terminal that became narrower shows the beginning
            out.print(CLEAR + "\u001b[?7l" + shown + "\u001b[?7h");
            out.flush();
        }
    }

    /// Takes away a line that was printed in passing.
    void clear() {
        if (terminal) {
            out.print(CLEAR);
            out.flush();
        }
    }

    /// The lines that a line is broken into.
    private List<String> broken(String line) {
        if (line.length() <= width) {
            return List.of(line);
        }
        String margin = " ".repeat(margin(line));
        var lines = new ArrayList<String>();
        String rest = line;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            if (blank < margin.length()) {
                blank = rest.indexOf(' ', Math.max(width, margin.length()));
            }
            if (blank < 0) {
                break;
            }
            lines.add(rest.substring(0, blank).stripTrailing());
            rest = margin + rest.substring(blank).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /// The place where the last column begins, if it does in the left half: what comes after two blanks.
    private int margin(String line) {
        int column = 0;
        for (int i = 2; i < Math.min(line.length(), width / 2); i++) {
            if (line.charAt(i) != ' ' && line.charAt(i - 1) == ' ' && line.charAt(i - 2) == ' ') {
                column = i;
            }
        }
        return column == 0 ? 2 : column;
    }
}
