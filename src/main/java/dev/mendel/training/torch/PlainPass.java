package dev.mendel.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.compute.Masks;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Tower;
import dev.mendel.training.network.Weights;
import java.util.ArrayList;
import java.util.List;

/// One batch on its way through a network, by PyTorch's own operations.
final class PlainPass {
    private final PtNDManager memory;
    private final DataType type;
    private final PairSettings settings;
    private final Network network;
    private final Slots slots;
    private final PlainLayers.Mode mode;

    private PlainPass(PtNDManager memory, DataType type, PairSettings settings, Slots slots, PlainLayers.Mode mode) {
        this.memory = memory;
        this.type = type;
        this.settings = settings;
        this.network = settings.network();
        this.slots = slots;
        this.mode = mode;
    }

    static PlainPass training(
            PtNDManager memory, DataType type, PairSettings settings, Slots slots, Weights weights, Masks masks) {
        var mode = new PlainLayers.Training(
                statistics(memory, type, slots, weights), masks.factors().iterator());
        return new PlainPass(memory, type, settings, slots, mode);
    }

    static PlainPass scoring(PtNDManager memory, DataType type, PairSettings settings, Slots slots, Weights weights) {
        var mode = new PlainLayers.Scoring(statistics(memory, type, slots, weights));
        return new PlainPass(memory, type, settings, slots, mode);
    }

    /// The loss of a batch, to be differentiated by `learnt`.
    PtNDArray loss(PtNDArray learnt, Batch batch) {
        List<PtNDArray> parameters = pieces(learnt, slots.parameters());
        Outputs outputs = towers(parameters, batch);
        if (network.head() instanceof Head.LessOrEqual) {
            return classLoss(outputs, batch);
        }
        PtNDArray comparison = loss(settings.comparisonLoss(), head(parameters, outputs), batch.targets());
        if (!network.auxiliary()) {
            return comparison;
        }
        PtNDArray lambda = Torch.tensor(memory, type, new float[] {(float) settings.lambda()});
        return JniUtils.add(comparison, JniUtils.mul(classLoss(outputs, batch), lambda));
    }

    /// The logits of a batch.
    Logits logits(PtNDArray learnt, Batch batch) {
        List<PtNDArray> parameters = pieces(learnt, slots.parameters());
        Outputs outputs = towers(parameters, batch);
        float[] comparison =
                network.head() instanceof Head.LessOrEqual ? new float[0] : Torch.floatArray(head(parameters, outputs));
        return switch (outputs) {
            case Outputs.Apart(Reading first, Reading second) ->
                new Logits(comparison, Torch.floatArray(first.classes()), Torch.floatArray(second.classes()));
            case Outputs.Joint _ -> new Logits(comparison, new float[0], new float[0]);
        };
    }

    /// Writes the running averages back.
    void keepStatistics(Weights weights) {
        for (int i = 0; i < slots.statistics().size(); i++) {
            Slots.Slot slot = slots.statistics().get(i);
            float[] moved = Torch.floatArray(mode.statistics().get(i));
            System.arraycopy(moved, 0, weights.statistics(), slot.offset(), moved.length);
        }
    }

    /// The head's inputs for some images, and the logits of their classes.
    private record Reading(PtNDArray compared, PtNDArray classes) {}

    /// The features of both images.
    private sealed interface Outputs {
        record Apart(Reading first, Reading second) implements Outputs {}

        record Joint(PtNDArray both) implements Outputs {}
    }

    private Outputs towers(List<PtNDArray> parameters, Batch batch) {
        int pairs = batch.count();
        return switch (network.sharing()) {
            case SHARED -> {
                Reading both = read(0, parameters, JniUtils.cat(images(batch), 0));
                NDList compared = JniUtils.split(both.compared(), pairs, 0);
                NDList classes = JniUtils.split(both.classes(), pairs, 0);
                yield new Outputs.Apart(reading(compared, classes, 0), reading(compared, classes, 1));
            }
            case SEPARATE -> {
                PtNDArray[] images = images(batch);
                yield new Outputs.Apart(read(0, parameters, images[0]), read(1, parameters, images[1]));
            }
            case JOINT ->
                new Outputs.Joint(
                        read(0, parameters, JniUtils.cat(images(batch), 1)).compared());
        };
    }

    private static Reading reading(NDList compared, NDList classes, int side) {
        return new Reading((PtNDArray) compared.get(side), (PtNDArray) classes.get(side));
    }

    private PtNDArray[] images(Batch batch) {
        Shape.Image image = Tower.ONE_DIGIT;
        return new PtNDArray[] {
            Torch.tensor(memory, type, batch.first(), batch.count(), 1, image.height(), image.width()),
            Torch.tensor(memory, type, batch.second(), batch.count(), 1, image.height(), image.width())
        };
    }

    private Reading read(int index, List<PtNDArray> parameters, PtNDArray images) {
        int perTower = slots.parameters(0).size();
        int statisticsPerTower = slots.statistics(0).size();
        var layers = new PlainLayers(
                parameters.subList(index * perTower, (index + 1) * perTower).iterator(),
                mode.statistics()
                        .subList(index * statisticsPerTower, (index + 1) * statisticsPerTower)
                        .iterator(),
                mode);
        PtNDArray features = layers.apply(network.tower(), images);
        PtNDArray compared = layers.apply(network.projection(), features);
        PtNDArray classes = layers.apply(network.classifier(), features);
        return new Reading(PlainLayers.flat(compared), PlainLayers.flat(classes));
    }

    private PtNDArray head(List<PtNDArray> parameters, Outputs outputs) {
        PtNDArray input = switch (outputs) {
            case Outputs.Apart(Reading first, Reading second) ->
                JniUtils.cat(new PtNDArray[] {first.compared(), second.compared()}, 1);
            case Outputs.Joint(PtNDArray both) -> both;
        };
        List<PtNDArray> own =
                parameters.subList(network.towers() * slots.parameters(0).size(), parameters.size());
        return switch (network.head()) {
            case Head.Linear _ -> JniUtils.linear(input, own.get(0), own.get(1));
            case Head.Perceptron _ -> {
                PtNDArray hidden = JniUtils.relu(JniUtils.linear(input, own.get(0), own.get(1)));
                yield JniUtils.linear(hidden, own.get(2), own.get(3));
            }
            case Head.LessOrEqual _ -> throw new IllegalStateException("a less-or-equal head computes nothing");
        };
    }

    private PtNDArray classLoss(Outputs outputs, Batch batch) {
        if (!(outputs instanceof Outputs.Apart(Reading first, Reading second))) {
            throw new IllegalStateException("a joint tower names no digits");
        }
        return JniUtils.add(
                loss(settings.classLoss(), first.classes(), batch.firstClasses()),
                loss(settings.classLoss(), second.classes(), batch.secondClasses()));
    }

    private PtNDArray loss(Loss loss, PtNDArray logits, int[] truth) {
        return PlainLoss.of(
                loss, logits, Torch.tensor(memory, truth), settings.regime().labelSmoothing());
    }

    private static List<PtNDArray> statistics(PtNDManager memory, DataType type, Slots slots, Weights weights) {
        if (slots.statistics().isEmpty()) {
            return List.of();
        }
        PtNDArray all = Torch.tensor(memory, type, weights.statistics(), weights.statistics().length);
        return pieces(all, slots.statistics());
    }

    private static List<PtNDArray> pieces(PtNDArray all, List<Slots.Slot> slots) {
        long[] sizes = slots.stream().mapToLong(Slots.Slot::size).toArray();
        var pieces = new ArrayList<PtNDArray>();
        List<NDArray> flat = JniUtils.split(all, sizes, 0);
        for (int i = 0; i < sizes.length; i++) {
            pieces.add(JniUtils.reshape((PtNDArray) flat.get(i), slots.get(i).shape()));
        }
        return pieces;
    }
}
