package dev.mendel.training.compute;

import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The dropout masks of one step: for each dropout layer of each tower and of the branches after it, in order,
/// a factor for each input, 0 or 1/(1 − p).
///
/// @param factors sample by sample, each sample's numbers in PyTorch's order
public record Masks(List<float[]> factors) {

    /// Draws the masks of a step.
    public static Masks draw(Network network, int pairs, RandomGenerator random) {
        var factors = new ArrayList<float[]>();
        int samples = network.sharing() == Sharing.SHARED ? 2 * pairs : pairs;
        for (int tower = 0; tower < network.towers(); tower++) {
            network.parts().forEach(part -> add(part, samples, random, factors));
        }
        return new Masks(factors);
    }

    private static void add(Network.Part part, int samples, RandomGenerator random, List<float[]> factors) {
        List<Shape> shapes = part.layers().shapes(part.input());
        for (int i = 0; i < part.layers().layers().size(); i++) {
            if (part.layers().layers().get(i) instanceof Layer.Dropout(double probability)) {
                factors.add(mask(samples * shapes.get(i).size(), probability, random));
            }
        }
    }

    private static float[] mask(int size, double probability, RandomGenerator random) {
        var mask = new float[size];
        float kept = (float) (1 / (1 - probability));
        for (int i = 0; i < size; i++) {
            mask[i] = random.nextFloat() < probability ? 0 : kept;
        }
        return mask;
    }
}
