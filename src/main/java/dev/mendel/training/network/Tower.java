package dev.mendel.training.network;

import java.util.ArrayList;
import java.util.List;

/// Layers, first to last: the part of a pair network that reads a digit, or a branch after it.
public record Tower(List<Layer> layers) {
    /// No layers: the output is the input.
    public static final Tower NONE = new Tower(List.of());

    /// The shape of a single image.
    public static final Shape.Image ONE_DIGIT = new Shape.Image(1, 14, 14);

    /// The shape of a pair whose images are read together.
    public static final Shape.Image TWO_DIGITS = new Shape.Image(2, 14, 14);

    public Tower {
        layers = List.copyOf(layers);
    }

    public static Tower of(Layer... layers) {
        return new Tower(List.of(layers));
    }

    /// The input of each layer, and at the end the output of the last: one shape more than there are layers.
    ///
    /// @throws IllegalArgumentException if a layer does not fit: which, its input, what it needs
    public List<Shape> shapes(Shape input) {
        var shapes = new ArrayList<Shape>(List.of(input));
        for (int i = 0; i < layers.size(); i++) {
            shapes.add(output(i, shapes.getLast()));
        }
        return shapes;
    }

    /// The output shape.
    ///
    /// @throws IllegalArgumentException as [#shapes]
    public Shape output(Shape input) {
        return shapes(input).getLast();
    }

    /// The number of parameters.
    ///
    /// @throws IllegalArgumentException as [#shapes]
    public int parameters(Shape input) {
        List<Shape> shapes = shapes(input);
        int count = 0;
        for (int i = 0; i < layers.size(); i++) {
            count += parameters(layers.get(i), shapes.get(i));
        }
        return count;
    }

    private static int parameters(Layer layer, Shape input) {
        return switch (layer) {
            case Layer.Convolution convolution ->
                convolution.channels() * (input.features() * convolution.kernel() * convolution.kernel() + 1);
            case Layer.Linear linear -> linear.units() * (input.size() + 1);
            case Layer.BatchNorm _ -> 2 * input.features();
            case Layer.MaxPool _, Layer.Relu _, Layer.Dropout _ -> 0;
        };
    }

    private Shape output(int index, Shape input) {
        return switch (layers.get(index)) {
            case Layer.Convolution convolution -> {
                Shape.Image image = image(index, input, convolution.kernel() - 2 * convolution.padding());
                yield new Shape.Image(
                        convolution.channels(),
                        places(image.height(), convolution),
                        places(image.width(), convolution));
            }
            case Layer.MaxPool pool -> {
                Shape.Image image = image(index, input, pool.kernel());
                yield new Shape.Image(
                        image.channels(),
                        (image.height() - pool.kernel()) / pool.stride() + 1,
                        (image.width() - pool.kernel()) / pool.stride() + 1);
            }
            case Layer.Linear linear -> new Shape.Vector(linear.units());
            case Layer.Relu _, Layer.BatchNorm _, Layer.Dropout _ -> input;
        };
    }

    private Shape.Image image(int index, Shape input, int leastSide) {
        if (input instanceof Shape.Image image && Math.min(image.height(), image.width()) >= leastSide) {
            return image;
        }
        String needed = leastSide > 1 ? "images of at least " + leastSide + "x" + leastSide : "images";
        throw new IllegalArgumentException(
                "layer " + (index + 1) + " (" + layers.get(index) + "): " + input + " come in, it needs " + needed);
    }

    private static int places(int side, Layer.Convolution convolution) {
        return (side + 2 * convolution.padding() - convolution.kernel()) / convolution.stride() + 1;
    }
}
