package dev.mendel.imports;

import dev.mendel.experiment.yaml.Literal;
import dev.mendel.space.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The values that a text or a number can mean. A number without a fraction may be whole or real: tables write 3.0
/// for a whole number as soon as a row of its column is empty. Where 0.30000000000000004 can't be, it is 0.3.
final class Meanings {
    /// The largest whole number up to which all are real numbers too.
    private static final double MOST = 1L << 53;

    /// Sums of steps differ from what they stand for in later digits.
    private static final MathContext DIGITS = new MathContext(13);

    private static final Set<String> NOTHING = Set.of("", "nan", "NaN");

    /// The characters before which tables put a `'`, so that no spreadsheet takes the text for a formula.
    private static final String FORMULA = "=+-@\t\r";

    private Meanings() {}

    /// Whether a cell of a table with this text says nothing.
    static boolean isNothing(String text) {
        return NOTHING.contains(text.strip());
    }

    /// The meanings of a text.
    static List<Value> of(String text) {
        var meanings = new ArrayList<Value>();
        switch (Literal.plain(text.strip())) {
            case Literal.Whole(long number) -> meanings.addAll(of(number));
            case Literal.Real(double number) -> meanings.addAll(of(number));
            case Literal.Flag(boolean flag) -> meanings.add(new Value.Flag(flag));
            case Literal.Word _, Literal.Nothing _, Literal.Unheld _ -> {}
        }
        meanings.add(new Value.Text(text));
        meanings.add(new Value.Text(text.strip()));
        if (text.length() > 1 && text.startsWith("'") && FORMULA.indexOf(text.charAt(1)) >= 0) {
            meanings.add(new Value.Text(text.substring(1)));
        }
        if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            meanings.add(new Value.Text(text.substring(1, text.length() - 1)));
        }
        return meanings;
    }

    /// The meanings of a whole number.
    static List<Value> of(long number) {
        return List.of(new Value.Whole(number), new Value.Real((double) number));
    }

    /// The meanings of a finite number.
    static List<Value> of(double number) {
        double rounded = BigDecimal.valueOf(number).round(DIGITS).doubleValue();
        boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) <= MOST;
        return whole
                ? List.of(new Value.Real(number), new Value.Real(rounded), new Value.Whole((long) rounded))
                : List.of(new Value.Real(number), new Value.Real(rounded));
    }
}
