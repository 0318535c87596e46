package dev.mendel.model;

import dev.mendel.training.TrainedNetwork;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Slots.Slot;
import dev.mendel.training.network.Tower;
import dev.mendel.training.network.Weights;
import dev.mendel.training.torch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trained network's numbers as tensors, with the names that PyTorch gives the parts of the network in
/// `model.py`: `tower.0.weight`, `tower2.3.bias`, `head.2.weight`, `pixels.mean`.
final class Tensors {
    private static final String MEAN = "pixels.mean";
    private static final String DEVIATION = "pixels.deviation";

    private Tensors() {}

    /// All tensors, in a fixed order.
    static List<Tensor> of(TrainedNetwork trained) {
        Network network = trained.settings().network();
        var slots = new Slots(network);
        var tensors = new ArrayList<Tensor>();
        tensors.add(new Tensor.Precise(MEAN, new long[0], new double[] {trained.mean()}));
        tensors.add(new Tensor.Precise(DEVIATION, new long[0], new double[] {trained.deviation()}));
        add(parameters(network), slots.parameters(), trained.weights().learnt(), tensors);
        add(statistics(network), slots.statistics(), trained.weights().statistics(), tensors);
        return tensors;
    }

    /// The network that tensors make of settings.
    ///
    /// @throws IllegalArgumentException if one is missing, too many, or has another shape
    static TrainedNetwork network(PairSettings settings, List<Tensor> tensors) {
        Network network = settings.network();
        var slots = new Slots(network);
        var named = new HashMap<String, Tensor>();
        tensors.forEach(tensor -> named.put(tensor.name(), tensor));
        double mean = number(named.remove(MEAN), MEAN);
        double deviation = number(named.remove(DEVIATION), DEVIATION);
        float[] learnt = numbers(parameters(network), slots.parameters(), named);
        float[] statistics = numbers(statistics(network), slots.statistics(), named);
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("the network has no tensor " + String.join(", ", named.keySet()));
        }
        return new TrainedNetwork(settings, new Weights(learnt, statistics), mean, deviation);
    }

    /// The parts of a network that have layers, by their names in `model.py`, in the order of [Slots].
    static Map<String, Sequential> parts(Network network) {
        var parts = new LinkedHashMap<String, Sequential>();
        for (int tower = 1; tower <= network.towers(); tower++) {
            for (Network.Part part : network.parts()) {
                parts.put(part.name() + (tower == 1 ? "" : tower), Sequential.of(part.layers(), part.input()));
            }
        }
        parts.put("head", Sequential.of(new Tower(network.head().layers()), new Shape.Vector(network.headInputs())));
        parts.values().removeIf(Sequential::isEmpty);
        return parts;
    }

    private static List<String> parameters(Network network) {
        return parts(network).entrySet().stream()
                .flatMap(part -> part.getValue().parameters(part.getKey()))
                .toList();
    }

    private static List<String> statistics(Network network) {
        return parts(network).entrySet().stream()
                .flatMap(part -> part.getValue().statistics(part.getKey()))
                .toList();
    }

    private static void add(List<String> names, List<Slot> slots, float[] numbers, List<Tensor> tensors) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            float[] own = Arrays.copyOfRange(numbers, slot.offset(), slot.offset() + slot.size());
            tensors.add(new Tensor.Single(names.get(i), slot.shape(), own));
        }
    }

    private static float[] numbers(List<String> names, List<Slot> slots, Map<String, Tensor> tensors) {
        var numbers = new float[slots.stream().mapToInt(Slot::size).sum()];
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String name = names.get(i);
            if (!(tensors.remove(name) instanceof Tensor.Single found)) {
                throw new IllegalArgumentException("has no tensor " + name + " in single precision");
            }
            if (!Arrays.equals(found.shape(), slot.shape())) {
                throw new IllegalArgumentException("tensor " + name + " is " + Arrays.toString(found.shape()) + ", not "
                        + Arrays.toString(slot.shape()));
            }
            System.arraycopy(found.numbers(), 0, numbers, slot.offset(), slot.size());
        }
        return numbers;
    }

    private static double number(@Nullable Tensor tensor, String name) {
        if (tensor instanceof Tensor.Precise precise && precise.numbers().length == 1) {
            return precise.numbers()[0];
        }
        throw new IllegalArgumentException("has no single number " + name + " in double precision");
    }
}
