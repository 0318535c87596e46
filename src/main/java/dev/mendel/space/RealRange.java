package dev.mendel.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A real number from `low` to `high`, both included. Numbers that are drawn are rounded to [Digits]; those that are
/// given are kept as they are.
///
/// @param gridded the values of a grid; null where it cannot be gridded
public record RealRange(
        String name,
        double low,
        double high,
        Scale scale,
        @Nullable List<Value> gridded,
        Condition condition,
        @Nullable Value declaredDefault)
        implements Range {
    public RealRange {
        Checks.name(name);
        Checks.bounds(name, low, high, scale);
        gridded = gridded == null ? null : Checks.distinct(name, gridded);
        Checks.grid(name, gridded, value -> inRange(value, low, high));
        Checks.declaredDefault(name, declaredDefault, value -> inRange(value, low, high));
    }

    /// An unconditional range.
    public static RealRange of(String name, double low, double high, Scale scale) {
        return new RealRange(name, low, high, scale, null, Condition.ALWAYS, null);
    }

    @Override
    public String word() {
        return "real";
    }

    @Override
    public Range with(@Nullable List<Value> grid, Condition other, @Nullable Value value) {
        return new RealRange(name, low, high, scale, grid, other, value);
    }

    @Override
    public Value lowest() {
        return new Value.Real(low);
    }

    @Override
    public Value highest() {
        return new Value.Real(high);
    }

    @Override
    public boolean contains(Value value) {
        return inRange(value, low, high);
    }

    @Override
    public Value canonical(Value value) {
        return new Value.Real(number(value));
    }

    @Override
    public Value at(double unit) {
        return inside(scale.at(unit, low, high));
    }

    @Override
    public double unit(Value value) {
        return scale.unit(number(value), low, high);
    }

    @Override
    public List<Value> grid() {
        return gridded == null ? List.of() : gridded;
    }

    @Override
    public int bucket(Value value) {
        return Checks.tenth(unit(value));
    }

    @Override
    public String allowed() {
        return "a number from " + Json.number(low) + " to " + Json.number(high);
    }

    private Value inside(double number) {
        return new Value.Real(Math.clamp(Digits.rounded(number, low, high, scale), low, high));
    }

    private double number(Value value) {
        if (value instanceof Value.Real(double number) && contains(value)) {
            return number;
        }
        throw Checks.notContained(this, value);
    }

    private static boolean inRange(Value value, double low, double high) {
        return value instanceof Value.Real(double number) && number >= low && number <= high;
    }
}
