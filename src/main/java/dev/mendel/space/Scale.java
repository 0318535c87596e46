package dev.mendel.space;

/// The scale of a range: equal differences or equal ratios. Uses [StrictMath], so that a position is the same
/// number on every machine.
public enum Scale {
    LINEAR,
    LOG;

    /// The place of `number` between `low` and `high`, in [0, 1] for numbers between them.
    double unit(double number, double low, double high) {
        return switch (this) {
            case LINEAR -> (number - low) / (high - low);
            case LOG -> StrictMath.log(number / low) / StrictMath.log(high / low);
        };
    }

    /// The number at a place between `low` and `high`; the inverse of [#unit], held inside the bounds.
    double at(double unit, double low, double high) {
        double number = switch (this) {
            case LINEAR -> low + unit * (high - low);
            case LOG -> low * StrictMath.exp(unit * StrictMath.log(high / low));
        };
        return Math.clamp(number, low, high);
    }
}
