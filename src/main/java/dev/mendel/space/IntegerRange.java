package dev.mendel.space;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A whole number from `low` to `high`, both included.
///
/// @param gridded the values of a grid; null for every number of the range
public record IntegerRange(
        String name,
        long low,
        long high,
        Scale scale,
        @Nullable List<Value> gridded,
        Condition condition,
        @Nullable Value declaredDefault)
        implements Range {
    /// The longest range that is gridded number by number.
    static final int LONGEST_GRID = 1_000_000;

    /// The largest number below which all halves are real numbers too.
    private static final long HALVES = 1L << 52;

    public IntegerRange {
        Checks.name(name);
        Checks.bounds(name, low, high, scale);
        gridded = gridded == null ? null : Checks.distinct(name, gridded);
        Checks.grid(name, gridded, value -> inRange(value, low, high));
        Checks.declaredDefault(name, declaredDefault, value -> inRange(value, low, high));
    }

    /// An unconditional range.
    public static IntegerRange of(String name, long low, long high, Scale scale) {
        return new IntegerRange(name, low, high, scale, null, Condition.ALWAYS, null);
    }

    @Override
    public String word() {
        return "integer";
    }

    @Override
    public Range with(@Nullable List<Value> grid, Condition other, @Nullable Value value) {
        return new IntegerRange(name, low, high, scale, grid, other, value);
    }

    @Override
    public Value lowest() {
        return new Value.Whole(low);
    }

    @Override
    public Value highest() {
        return new Value.Whole(high);
    }

    @Override
    public boolean contains(Value value) {
        return inRange(value, low, high);
    }

    @Override
    public Value canonical(Value value) {
        if (!contains(value)) {
            throw Checks.notContained(this, value);
        }
        return value;
    }

    /// Each whole number has a share of [0, 1] of its own.
    @Override
    public Value at(double unit) {
        if (Math.max(Math.abs(low), Math.abs(high)) > HALVES) {
            return new Value.Whole(Math.clamp(low + (long) StrictMath.floor(beyond(unit)), low, high));
        }
        double number = scale.at(unit, low - 0.5, high + 0.5);
        return new Value.Whole(Math.clamp(Math.round(number), low, high));
    }

    @Override
    public double unit(Value value) {
        return scale.unit((double) number(value), low - 0.5, high + 0.5);
    }

    @Override
    public List<Value> grid() {
        if (gridded != null) {
            return gridded;
        }
        return hasAtMost(LONGEST_GRID)
                ? LongStream.rangeClosed(low, high)
                        .<Value>mapToObj(Value.Whole::new)
                        .toList()
                : List.of();
    }

    @Override
    public int bucket(Value value) {
        return hasAtMost(10) ? (int) (number(value) - low) : Checks.tenth(unit(value));
    }

    @Override
    public String allowed() {
        return "a whole number from " + low + " to " + high;
    }

    /// How far a place is from the start of the range, half a number below its first: for numbers so large that their
    /// halves are none.
    private double beyond(double unit) {
        double count = (double) (high - low) + 1;
        return switch (scale) {
            case LINEAR -> unit * count;
            case LOG -> low * StrictMath.expm1(unit * StrictMath.log1p(count / low));
        };
    }

    private boolean hasAtMost(int numbers) {
        long last = high - low;
        // below zero where the ends are so far apart that the difference overflows
        return last >= 0 && last < numbers;
    }

    private long number(Value value) {
        if (value instanceof Value.Whole(long number)) {
            return number;
        }
        throw Checks.notContained(this, value);
    }

    private static boolean inRange(Value value, long low, long high) {
        return value instanceof Value.Whole(long number) && number >= low && number <= high;
    }
}
