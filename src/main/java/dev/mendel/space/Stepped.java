package dev.mendel.space;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A number in steps: `lowest`, `lowest` + `step`, … up to `highest`. Real ones are added up as decimals, so that
/// three steps of 0.05 are 0.15, on every machine.
///
/// @param lowest whole or real, as all its numbers are
/// @param highest brought down to the last step
/// @param step more than zero, and no more than the range
/// @param gridded the values of a grid; null for all
public record Stepped(
        String name,
        Value lowest,
        Value highest,
        Value step,
        @Nullable List<Value> gridded,
        Condition condition,
        @Nullable Value declaredDefault)
        implements Range {
    /// A number that misses a step by no more than this share of one is meant to be on it.
    private static final double ROUNDING = 1e-9;

    public Stepped {
        Checks.name(name);
        checkSteps(name, lowest, highest, step);
        long last = last(lowest, highest, step);
        highest = number(lowest, step, last);
        var bare = gridded == null && declaredDefault == null
                ? null
                : new Stepped(name, lowest, highest, step, null, Condition.ALWAYS, null);
        if (bare != null) {
            Checks.grid(name, gridded, bare::contains);
            gridded = gridded == null
                    ? null
                    : Checks.distinct(
                            name, gridded.stream().map(bare::canonical).toList());
            Checks.declaredDefault(name, declaredDefault, bare::contains);
            declaredDefault = declaredDefault == null ? null : bare.canonical(declaredDefault);
        }
    }

    /// An unconditional range.
    public static Stepped of(String name, Value lowest, Value highest, Value step) {
        return new Stepped(name, lowest, highest, step, null, Condition.ALWAYS, null);
    }

    @Override
    public String word() {
        return takesReals() ? "real" : "integer";
    }

    @Override
    public Scale scale() {
        return Scale.LINEAR;
    }

    @Override
    public Range with(@Nullable List<Value> grid, Condition other, @Nullable Value value) {
        return new Stepped(name, lowest, highest, step, grid, other, value);
    }

    @Override
    public boolean contains(Value value) {
        return index(value) >= 0;
    }

    @Override
    public Value canonical(Value value) {
        return number(place(value));
    }

    /// Each number has a share of [0, 1] of its own.
    @Override
    public Value at(double unit) {
        return number(Math.clamp((long) (unit * (double) (last() + 1)), 0, last()));
    }

    @Override
    public double unit(Value value) {
        return (place(value) + 0.5) / (last() + 1);
    }

    @Override
    public List<Value> grid() {
        if (gridded != null) {
            return gridded;
        }
        return last() < IntegerRange.LONGEST_GRID
                ? LongStream.rangeClosed(0, last()).mapToObj(this::number).toList()
                : List.of();
    }

    @Override
    public int bucket(Value value) {
        return last() < 10 ? (int) place(value) : Checks.tenth(unit(value));
    }

    @Override
    public String allowed() {
        return (takesReals() ? "a number from " : "a whole number from ") + lowest + " to " + highest + " in steps of "
                + step;
    }

    private long last() {
        return last(lowest, highest, step);
    }

    private Value number(long place) {
        return number(lowest, step, place);
    }

    private long place(Value value) {
        long place = index(value);
        if (place < 0) {
            throw Checks.notContained(this, value);
        }
        return place;
    }

    /// The place of a value among the numbers; -1 if it is none of them.
    private long index(Value value) {
        if (lowest instanceof Value.Whole(long low)
                && highest instanceof Value.Whole(long high)
                && step instanceof Value.Whole(long by)) {
            return value instanceof Value.Whole(long number)
                            && number >= low
                            && number <= high
                            && (number - low) % by == 0
                    ? (number - low) / by
                    : -1;
        }
        double low = real(lowest);
        double by = real(step);
        if (!(value instanceof Value.Real(double number)) || number < low - by || number > real(highest) + by) {
            return -1;
        }
        long place = (long) Math.rint((number - low) / by);
        boolean on = place >= 0 && place <= last() && Math.abs(number - real(number(place))) <= ROUNDING * by;
        return on ? place : -1;
    }

    private static double real(Value value) {
        return decimal(value).doubleValue();
    }

    private static long last(Value lowest, Value highest, Value step) {
        return decimal(highest)
                .subtract(decimal(lowest))
                .divideToIntegralValue(decimal(step))
                .longValueExact();
    }

    private static Value number(Value lowest, Value step, long place) {
        BigDecimal number = decimal(lowest).add(decimal(step).multiply(BigDecimal.valueOf(place)));
        return lowest instanceof Value.Whole
                ? new Value.Whole(number.longValueExact())
                : new Value.Real(number.doubleValue());
    }

    private static BigDecimal decimal(Value value) {
        return Objects.requireNonNull(Value.number(value), "a number");
    }

    private static void checkSteps(String name, Value lowest, Value highest, Value step) {
        if (lowest instanceof Value.Whole(long low)
                && highest instanceof Value.Whole(long high)
                && step instanceof Value.Whole) {
            Checks.bounds(name, low, high, Scale.LINEAR);
        } else if (lowest instanceof Value.Real(double low)
                && highest instanceof Value.Real(double high)
                && step instanceof Value.Real(double by)) {
            Checks.bounds(name, low, high, Scale.LINEAR);
            if (by > 0 && by < 2 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))) {
                throw new IllegalArgumentException(name + ": step " + step + " is too small for numbers of this size");
            }
        } else {
            throw new IllegalArgumentException(name + ": low, high and step are not all whole or all real numbers");
        }
        if (decimal(step).signum() <= 0
                || decimal(step).compareTo(decimal(highest).subtract(decimal(lowest))) > 0) {
            throw new IllegalArgumentException(
                    name + ": step " + step + " is not > 0 and at most the range, from " + lowest + " to " + highest);
        }
    }
}
