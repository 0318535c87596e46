package dev.mendel.space;

import java.math.BigDecimal;
import java.math.MathContext;

/// The significant digits of numbers drawn from a range: six where that leaves it 900,000 numbers, as it does any range
/// that reaches over a decade or to zero; else as many as make steps of at most a millionth of its scale.
final class Digits {
    private static final int USUAL = 6;
    private static final int MOST = 17;
    private static final long ENOUGH = 900_000;
    private static final double MILLIONTH = 1e-6;

    private Digits() {}

    /// The number as it is kept.
    ///
    /// @param number of the range from `low` to `high`
    static double rounded(double number, double low, double high, Scale scale) {
        int digits = count(low, high, scale);
        return digits >= MOST
                ? number
                : BigDecimal.valueOf(number).round(new MathContext(digits)).doubleValue();
    }

    private static int count(double low, double high, Scale scale) {
        double least = Math.min(Math.abs(low), Math.abs(high));
        double most = Math.max(Math.abs(low), Math.abs(high));
        if ((low <= 0 && high >= 0) || place(most) - place(least) >= ENOUGH) {
            return USUAL;
        }
        return switch (scale) {
            case LINEAR -> within(1 + exponent(most) - exponent((high - low) * MILLIONTH));
            case LOG -> within(1 - exponent(StrictMath.log(high / low) * MILLIONTH));
        };
    }

    private static int within(int digits) {
        return Math.clamp(digits, USUAL, MOST);
    }

    /// Of a positive number among all of six digits; 1 has place 0.
    private static double place(double number) {
        int exponent = exponent(number);
        double mantissa =
                BigDecimal.valueOf(number).scaleByPowerOfTen(-exponent).doubleValue();
        return ENOUGH * (double) exponent + (mantissa - 1) * 1e5;
    }

    /// The exponent of a positive number's first digit: 0 from 1 to below 10.
    private static int exponent(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number);
        return decimal.precision() - decimal.scale() - 1;
    }
}
