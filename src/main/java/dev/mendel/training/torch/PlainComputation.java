package dev.mendel.training.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.mendel.training.compute.Batch;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.compute.Masks;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Slots;
import dev.mendel.training.network.Weights;

/// The network as PyTorch's own operations, one after the other, with gradients by autograd: the way in which
/// every network can be computed, and against which every other way is checked.
public final class PlainComputation implements Computation {
    private final PairSettings settings;
    private final Slots slots;
    private final DataType type;

    /// In single precision.
    public PlainComputation(PairSettings settings) {
        this(settings, DataType.FLOAT32);
    }

    /// @param type the precision: [DataType#FLOAT32], or [DataType#FLOAT64] to check others
    public PlainComputation(PairSettings settings, DataType type) {
        this.settings = settings;
        this.slots = new Slots(settings.network());
        this.type = type;
    }

    @Override
    public double gradient(Weights weights, Batch batch, Masks masks, float[] gradient) {
        double[] result = new double[gradient.length];
        double loss = preciseGradient(weights, batch, masks, result);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) result[i];
        }
        return loss;
    }

    /// As [#gradient], in the precision of this computation.
    public double preciseGradient(Weights weights, Batch batch, Masks masks, double[] gradient) {
        try (PtNDManager step = Torch.manager()) {
            var pass = PlainPass.training(step, type, settings, slots, weights, masks);
            PtNDArray learnt = Torch.tensor(step, type, weights.learnt(), weights.learnt().length);
            Torch.Gradient result = Torch.gradient(learnt, leaf -> pass.loss(leaf, batch));
            pass.keepStatistics(weights);
            System.arraycopy(Torch.doubles(result.gradient()), 0, gradient, 0, gradient.length);
            return Torch.doubles(result.value())[0];
        }
    }

    @Override
    public Logits logits(Weights weights, Batch batch) {
        try (PtNDManager step = Torch.manager()) {
            var pass = PlainPass.scoring(step, type, settings, slots, weights);
            PtNDArray learnt = Torch.tensor(step, type, weights.learnt(), weights.learnt().length);
            return Torch.withoutGradient(() -> pass.logits(learnt, batch));
        }
    }

    @Override
    public void close() {
        // every call gives its memory back itself
    }
}
