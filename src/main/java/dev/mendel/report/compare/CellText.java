package dev.mendel.report.compare;

import dev.mendel.analysis.Statistics;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Member;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of runs as the text of a table's cells; empty where no run has the number.
///
/// @param unit of the scores
record CellText(ScoreUnit unit) {

    String meanAndError(Arm arm, Function<Member, @Nullable Double> number) {
        double[] numbers = Spread.numbers(arm.runs(), number);
        if (numbers.length == 0) {
            return "";
        }
        return unit.of(Statistics.mean(numbers))
                + (numbers.length == 1
                        ? ""
                        : " ± " + unit.distance(Statistics.standardError(numbers)) + " (" + numbers.length + ")");
    }
}
