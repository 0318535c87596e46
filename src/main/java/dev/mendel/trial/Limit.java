package dev.mendel.trial;

import java.util.Locale;
import java.util.Optional;

/// A constraint: a bound on a measure, which trials may exceed, but better don't.
///
/// @param name of the measure, which may be an objective's
/// @param side on which values are allowed
/// @param bound finite; allowed itself
public record Limit(String name, Side side, double bound) {
    /// The allowed side of a bound.
    public enum Side {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    public Limit {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException(name + ": " + bound + " is no bound; allowed are finite numbers");
        }
    }

    /// The limit that a text says: `<= 5`, `>= 0.9`.
    ///
    /// @return empty if it says none
    public static Optional<Limit> parse(String name, String told) {
        for (Side side : Side.values()) {
            if (told.strip().startsWith(side.sign)) {
                return number(told.strip().substring(side.sign.length())).map(bound -> new Limit(name, side, bound));
            }
        }
        return Optional.empty();
    }

    private static Optional<Double> number(String told) {
        try {
            return Optional.of(Double.valueOf(told.strip())).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// How far a value is outside: 0 within the bound, else the distance from it as a share of the bound's size;
    /// the distance itself where the bound is 0. Finite.
    public double excess(double value) {
        double over = side == Side.AT_MOST ? value - bound : bound - value;
        double relative = over / (bound == 0 ? 1 : Math.abs(bound));
        return Math.clamp(relative, 0, Double.MAX_VALUE);
    }

    /// As [#parse] reads it.
    public String text() {
        String number = bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? String.format(Locale.ROOT, "%.0f", bound)
                : Double.toString(bound);
        return side.sign + " " + number;
    }
}
