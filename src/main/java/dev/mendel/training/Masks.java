package dev.mendel.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What dropout lets through in one step: for each dropout layer of each tower, in order, a factor for each
/// number that enters it, 0 or 1/(1 − p).
///
/// @param factors sample by sample, each sample's numbers in PyTorch's order
record Masks(List<float[]> factors) {

    /// Draws the masks of a step.
    static Masks draw(Network network, int pairs, RandomGenerator random) {
        var factors = new ArrayList<float[]>();
        List<Shape> shapes = network.tower().shapes(network.input());
        int samples = network.sharing() == Sharing.SHARED ? 2 * pairs : pairs;
        for (int tower = 0; tower < network.towers(); tower++) {
            for (int i = 0; i < network.tower().layers().size(); i++) {
                if (network.tower().layers().get(i) instanceof Layer.Dropout(double probability)) {
                    factors.add(mask(samples * shapes.get(i).size(), probability, random));
                }
            }
        }
        return new Masks(factors);
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
