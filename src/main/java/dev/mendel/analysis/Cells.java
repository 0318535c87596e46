package dev.mendel.analysis;

import dev.mendel.space.Choice;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Range;
import dev.mendel.space.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// The values that a hyperparameter has taken, put together into few: each choice for itself, numbers of a
/// range each for itself where there are at most ten different ones, else by tenths of the range's scale.
///
/// @param hyperparameter whose values they are
/// @param single the values, in the hyperparameter's order, where each stands for itself; else empty
record Cells(Hyperparameter hyperparameter, List<Value> single) {
    /// More different numbers than these are put together.
    static final int TENTHS = 10;

    Cells {
        single = List.copyOf(single);
    }

    /// The cells for the values that were taken.
    static Cells of(Hyperparameter hyperparameter, Collection<Value> taken) {
        var different = new HashSet<>(taken);
        if (!(hyperparameter instanceof Choice) && different.size() > TENTHS) {
            return new Cells(hyperparameter, List.of());
        }
        return new Cells(
                hyperparameter,
                different.stream()
                        .sorted(Comparator.comparingDouble(hyperparameter::unit))
                        .toList());
    }

    /// Whether each value stands for itself.
    boolean isSingle() {
        return !single.isEmpty();
    }

    /// The number of cells.
    int size() {
        return isSingle() ? single.size() : TENTHS;
    }

    /// The cell of a value that was taken, from 0.
    int cell(Value value) {
        return isSingle()
                ? single.indexOf(value)
                : Math.clamp((int) (TENTHS * hyperparameter.unit(value)), 0, TENTHS - 1);
    }

    /// The cells' names: a value, or the tenth's bounds.
    List<String> labels() {
        return isSingle()
                ? single.stream().map(Value::display).toList()
                : IntStream.range(0, TENTHS)
                        .mapToObj(tenth -> number(tenth) + " – " + number(tenth + 1))
                        .toList();
    }

    private String number(int tenth) {
        double unit = (double) tenth / TENTHS;
        Value value = switch (hyperparameter) {
            case Range range -> range.at(unit);
            case Choice _ -> throw new IllegalStateException("choices are never put together");
        };
        var rounded = new BigDecimal(value.toString()).round(new MathContext(2));
        return new Value.Real(rounded.doubleValue()).toString();
    }
}
