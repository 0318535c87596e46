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
}
