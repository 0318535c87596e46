package dev.mendel.report;

import java.util.Locale;

/// Values as people read them: four decimals where these say something, else few digits and a power of ten.
public final class Figures {
    private Figures() {}

    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= 0.001 && size < 1000) || !Double.isFinite(value)) {
            return String.format(Locale.ROOT, "%.4f", value);
        }
        return String.format(Locale.ROOT, size >= 1000 && size < 1e7 ? "%.1f" : "%.2e", value);
    }

    /// Likewise, in a column: with fewer digits where there is no room for all.
    ///
    /// @param width the most characters, at least 7
    public static String within(int width, double value) {
        String whole = of(value);
        if (whole.length() <= width) {
            return whole;
        }
        for (int decimals = 3; decimals >= 0; decimals--) {
            String shorter = String.format(Locale.ROOT, "%." + decimals + "f", value);
            if (shorter.length() <= width && Math.abs(value) >= 1) {
                return shorter;
            }
        }
        return String.format(Locale.ROOT, "%.1e", value)
                .replace("e+0", "e")
                .replace("e+", "e")
                .replace("e-0", "e-");
    }
}
