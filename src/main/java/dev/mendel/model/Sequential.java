package dev.mendel.model;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Tower;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Layers as PyTorch's `nn.Sequential` has them: the modules, counted from 0, with one that flattens images
/// before the first linear layer.
///
/// @param modules each as Python makes it: `nn.Conv2d(1, 8, 3, padding=1)`
/// @param learning the places of those that learn, in order
/// @param normalising the places of those that keep running averages, in order
record Sequential(List<String> modules, List<Integer> learning, List<Integer> normalising) {

    static Sequential of(Tower tower, Shape input) {
        List<Shape> shapes = tower.shapes(input);
        var modules = new ArrayList<String>();
        var learning = new ArrayList<Integer>();
        var normalising = new ArrayList<Integer>();
        for (int i = 0; i < tower.layers().size(); i++) {
            Layer layer = tower.layers().get(i);
            Shape in = shapes.get(i);
            if (layer instanceof Layer.Linear && in instanceof Shape.Image) {
                modules.add("nn.Flatten()");
            }
            switch (layer) {
                case Layer.Convolution _, Layer.Linear _ -> learning.add(modules.size());
                case Layer.BatchNorm _ -> {
                    learning.add(modules.size());
                    normalising.add(modules.size());
                }
                case Layer.MaxPool _, Layer.Relu _, Layer.Dropout _ -> {}
            }
            modules.add(module(layer, in));
        }
        return new Sequential(modules, learning, normalising);
    }

    /// The names of the parameters under a module of this name, in the order of
    /// [dev.mendel.training.network.Slots].
    Stream<String> parameters(String name) {
        return learning.stream()
                .map(place -> name + "." + place)
                .flatMap(module -> Stream.of(module + ".weight", module + ".bias"));
    }

    /// The names of the running averages under a module of this name, in the order of
    /// [dev.mendel.training.network.Slots].
    Stream<String> statistics(String name) {
        return normalising.stream()
                .map(place -> name + "." + place)
                .flatMap(module -> Stream.of(module + ".running_mean", module + ".running_var"));
    }

    /// Whether there are no layers: what goes in comes out.
    boolean isEmpty() {
        return modules.isEmpty();
    }

    /// The line that makes these layers a part of a network, and the lines of the layers.
    Stream<String> python(String name) {
        return IntStream.rangeClosed(-1, modules.size())
                .mapToObj(i -> i < 0
                        ? "        self." + name + " = nn.Sequential("
                        : i == modules.size() ? "        )" : "            " + modules.get(i) + ",");
    }

    private static String module(Layer layer, Shape in) {
        return switch (layer) {
            case Layer.Convolution(int channels, int kernel, int stride, int padding) ->
                "nn.Conv2d(" + in.features() + ", " + channels + ", " + kernel + option("stride", stride, 1)
                        + option("padding", padding, 0) + ")";
            case Layer.MaxPool(int kernel, int stride) ->
                "nn.MaxPool2d(" + kernel + option("stride", stride, kernel) + ")";
            case Layer.Relu _ -> "nn.ReLU()";
            case Layer.Linear(int units) -> "nn.Linear(" + in.size() + ", " + units + ")";
            case Layer.BatchNorm _ ->
                "nn.BatchNorm" + (in instanceof Shape.Image ? "2d(" : "1d(") + in.features() + ")";
            case Layer.Dropout(double probability) -> "nn.Dropout(" + probability + ")";
        };
    }

    private static String option(String name, int value, int usual) {
        return value == usual ? "" : ", " + name + "=" + value;
    }
}
