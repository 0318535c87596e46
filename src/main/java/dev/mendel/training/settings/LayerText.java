package dev.mendel.training.settings;

import dev.mendel.training.network.Layer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads layers as files write them.
final class LayerText {
    private static final String ALLOWED =
            "one of: conv CHANNELS KxK [stride S] [padding P|same], pool K [stride S], relu, linear UNITS, batch-norm,"
                    + " dropout PROBABILITY";
    private static final Pattern CONVOLUTION = Pattern.compile(
            "conv (\\d{1,6}) (\\d{1,3})x(\\d{1,3})(?: stride (\\d{1,3}))?(?: padding (\\d{1,3}|same))?");
    private static final Pattern POOL = Pattern.compile("pool (\\d{1,3})(?: stride (\\d{1,3}))?");
    private static final Pattern LINEAR = Pattern.compile("linear (\\d{1,6})");
    private static final Pattern DROPOUT = Pattern.compile("dropout (\\d(?:\\.\\d{1,17})?(?:e-\\d{1,2})?)");

    private static final String SAME = "same";

    private LayerText() {}

    /// The layer that a line means.
    ///
    /// @throws IllegalArgumentException if it means none: the line, and its fault or the allowed forms
    static Layer parse(String line) {
        try {
            return layer(line.strip().replaceAll("\\s+", " "));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + line + "\": " + e.getMessage(), e);
        }
    }

    private static Layer layer(String text) {
        return switch (text) {
            case "relu" -> new Layer.Relu();
            case "batch-norm" -> new Layer.BatchNorm();
            case String word when word.startsWith("conv ") -> convolution(match(CONVOLUTION, text));
            case String word when word.startsWith("pool ") -> pool(match(POOL, text));
            case String word
            when word.startsWith("linear ") ->
                new Layer.Linear(Integer.parseInt(match(LINEAR, text).group(1)));
            case String word
            when word.startsWith("dropout ") ->
                new Layer.Dropout(Double.parseDouble(match(DROPOUT, text).group(1)));
            default -> throw new IllegalArgumentException("no layer; a layer is " + ALLOWED);
        };
    }

    private static Layer convolution(Matcher text) {
        int kernel = Integer.parseInt(text.group(2));
        if (kernel != Integer.parseInt(text.group(3))) {
            throw new IllegalArgumentException("a kernel is square, as in 3x3");
        }
        int stride = number(text.group(4), 1);
        int padding = SAME.equals(text.group(5)) ? same(kernel, stride) : number(text.group(5), 0);
        return new Layer.Convolution(Integer.parseInt(text.group(1)), kernel, stride, padding);
    }

    /// The padding with which an image keeps its size.
    private static int same(int kernel, int stride) {
        if (kernel % 2 == 0 || stride != 1) {
            throw new IllegalArgumentException("padding same goes with an odd kernel and a stride of 1");
        }
        return kernel / 2;
    }

    private static Layer pool(Matcher text) {
        int kernel = Integer.parseInt(text.group(1));
        return new Layer.MaxPool(kernel, number(text.group(2), kernel));
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no layer; a layer is " + ALLOWED);
        }
        return matcher;
    }

    private static int number(@Nullable String text, int usual) {
        return text == null ? usual : Integer.parseInt(text);
    }
}
