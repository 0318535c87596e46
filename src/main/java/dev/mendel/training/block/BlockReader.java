package dev.mendel.training.block;

import dev.mendel.training.network.Network;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.product.Products;
import java.util.Arrays;
import java.util.Iterator;

/// One tower of a network, with its projection and classifier, as blocks.
final class BlockReader {
    private final BlockTower tower;
    private final BlockBranch projection;
    private final BlockBranch classifier;
    private final FeatureMaps images;
    private final FeatureMaps gradient;

    /// The features of some images, a row for each.
    ///
    /// @param compared the head's input
    /// @param classes the logits of the digits' classes
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    record Reading(float[] compared, float[] classes) {
        /// The first or the second half of the rows.
        Reading half(int side) {
            return new Reading(half(compared, side), half(classes, side));
        }

        private static float[] half(float[] rows, int side) {
            int length = rows.length / Network.SIDES;
            return Arrays.copyOfRange(rows, side * length, (side + 1) * length);
        }
    }

    /// @param index of the tower, from 0
    /// @param capacity the most samples there can be
    BlockReader(Network network, Slots slots, int index, int capacity, Products products) {
        Iterator<Slots.Slot> parameters = slots.parameters(index).iterator();
        Iterator<Slots.Slot> statistics = slots.statistics(index).iterator();
        Shape features = network.features();
        tower = new BlockTower(
                network.tower(), network.input(), BlockTower.Input.DATA, parameters, statistics, capacity, products);
        projection = new BlockBranch(network.projection(), features, parameters, statistics, capacity, products);
        classifier = new BlockBranch(network.classifier(), features, parameters, statistics, capacity, products);
        images = new FeatureMaps(network.input(), capacity);
        gradient = new FeatureMaps(features, capacity);
    }

    /// The place for the images to be read.
    FeatureMaps images() {
        return images;
    }

    Reading read(Block.Step step) {
        float[] features = tower.forward(images, step).rows();
        int samples = images.samples();
        return new Reading(projection.forward(features, samples, step), classifier.forward(features, samples, step));
    }

    /// The way back.
    ///
    /// @param byReading the gradient of the loss by the features, whose numbers may be overwritten; without
    ///     classes if the loss does not depend on them
    void backward(Reading byReading, Block.Step step) {
        float[] byFeatures = projection.backward(byReading.compared(), step);
        if (byReading.classes().length > 0) {
            float[] byClassified = classifier.backward(byReading.classes(), step);
            for (int i = 0; i < byFeatures.length; i++) {
                byFeatures[i] += byClassified[i];
            }
        }
        tower.backward(gradient.ofSize(images.samples()).putRows(byFeatures), step);
    }
}
