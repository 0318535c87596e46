package dev.mendel.space;

import java.math.BigDecimal;

/// The canonical JSON literals that configurations are written with: one text for one value, on every machine.
final class Json {
    private Json() {}

    static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), out);
        }
        return out.append('"').toString();
    }

    /// The shortest decimal that reads back as the same double; always with a point or an exponent.
    static String number(double number) {
        double size = Math.abs(number);
        if (number == 0) {
            return "0.0";
        }
        if (size >= 1e-3 && size < 1e7) {
            return Double.toString(number);
        }
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || Character.isSurrogate(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
