package dev.mendel.report.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// The places along a curve at which a table tells it, rounded to what it shows.
public enum Places {
    /// Whole trials, at least one.
    TRIALS {
        @Override
        double of(double place) {
            return Math.max(1, Math.floor(place));
        }

        @Override
        String text(double place) {
            return String.format(Locale.ROOT, "%,.0f", place);
        }
    },

    /// Whole seconds, of short times three digits.
    SECONDS {
        @Override
        double of(double place) {
            return place >= WHOLE
                    ? Math.floor(place)
                    : new BigDecimal(place)
                            .round(new MathContext(3, RoundingMode.DOWN))
                            .doubleValue();
        }

        @Override
        String text(double place) {
            return place >= WHOLE
                    ? String.format(Locale.ROOT, "%,.0f s", place)
                    : new BigDecimal(Double.toString(place))
                                    .stripTrailingZeros()
                                    .toPlainString() + " s";
        }
    };

    private static final double WHOLE = 100;

    /// The place that is told instead of this one, at or before it.
    abstract double of(double place);

    /// The place as a heading.
    abstract String text(double place);
}
