package dev.mendel.training.torch;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.mendel.training.network.Layer;
import dev.mendel.training.network.Tower;
import java.util.Iterator;
import java.util.List;

/// Applies the layers of one tower and of the branches after it, taking their parameters, running averages and
/// masks in order.
final class PlainLayers {
    /// PyTorch's defaults for batch normalisation.
    private static final double MOMENTUM = 0.1;

    private static final double EPSILON = 1e-5;

    private final Iterator<PtNDArray> parameters;
    private final Iterator<PtNDArray> statistics;
    private final Mode mode;

    /// Whether a network learns or is asked.
    sealed interface Mode {
        /// The running averages of all towers, in order; they move as the network learns.
        List<PtNDArray> statistics();
    }

    /// @param masks the rest of the step's
    record Training(List<PtNDArray> statistics, Iterator<float[]> masks) implements Mode {}

    record Scoring(List<PtNDArray> statistics) implements Mode {}

    PlainLayers(Iterator<PtNDArray> parameters, Iterator<PtNDArray> statistics, Mode mode) {
        this.parameters = parameters;
        this.statistics = statistics;
        this.mode = mode;
    }

    PtNDArray apply(Tower tower, PtNDArray input) {
        PtNDArray x = input;
        for (Layer layer : tower.layers()) {
            x = apply(layer, x);
        }
        return x;
    }

    /// All numbers of a sample in one row.
    static PtNDArray flat(PtNDArray x) {
        return x.getShape().dimension() == 2 ? x : JniUtils.flatten(x, 1, -1);
    }

    private PtNDArray apply(Layer layer, PtNDArray x) {
        return switch (layer) {
            case Layer.Convolution convolution ->
                JniUtils.convolution(
                        x,
                        parameters.next(),
                        parameters.next(),
                        square(convolution.stride()),
                        square(convolution.padding()),
                        square(1),
                        1);
            case Layer.MaxPool pool ->
                JniUtils.maxPool(x, square(pool.kernel()), square(pool.stride()), square(0), false);
            case Layer.Relu _ -> JniUtils.relu(x);
            case Layer.Linear _ -> JniUtils.linear(flat(x), parameters.next(), parameters.next());
            case Layer.BatchNorm _ -> batchNorm(x);
            case Layer.Dropout _ -> dropout(x);
        };
    }

    private PtNDArray batchNorm(PtNDArray x) {
        PtNDArray weight = parameters.next();
        PtNDArray bias = parameters.next();
        PtNDArray mean = statistics.next();
        PtNDArray variance = statistics.next();
        // the engine's order; the names of the method's parameters say otherwise
        return JniUtils.batchNorm(x, mean, variance, weight, bias, mode instanceof Training, MOMENTUM, EPSILON);
    }

    private PtNDArray dropout(PtNDArray x) {
        return switch (mode) {
            case Training(List<PtNDArray> _, Iterator<float[]> masks) ->
                JniUtils.mul(
                        x,
                        Torch.tensor(
                                x.getManager(),
                                x.getDataType(),
                                masks.next(),
                                x.getShape().getShape()));
            case Scoring _ -> x;
        };
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }
}
