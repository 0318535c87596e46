package dev.mendel.training.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.mendel.training.network.Loss;

/// The losses as PyTorch's own operations.
final class PlainLoss {
    private PlainLoss() {}

    /// @param logits a row for each sample
    /// @param truth for each sample the class, from 0
    /// @param smoothing the share of the truth that is spread evenly over all classes
    static PtNDArray of(Loss loss, PtNDArray logits, PtNDArray truth, double smoothing) {
        DataType type = logits.getDataType();
        return switch (loss) {
            case CROSS_ENTROPY, NLL -> {
                PtNDArray logarithms = JniUtils.logSoftmax(logits, 1, type);
                PtNDArray right = JniUtils.mean(JniUtils.gather(logarithms, JniUtils.unsqueeze(truth, 1), 1));
                yield JniUtils.neg(smoothed(right, JniUtils.mean(logarithms), smoothing));
            }
            case MSE -> JniUtils.mean(JniUtils.square(difference(logits, truth, smoothing)));
            case L1 -> JniUtils.mean(JniUtils.abs(difference(logits, truth, smoothing)));
        };
    }

    private static PtNDArray difference(PtNDArray logits, PtNDArray truth, double smoothing) {
        int classes = Math.toIntExact(logits.getShape().get(1));
        DataType type = logits.getDataType();
        PtNDArray right = JniUtils.oneHot(truth, classes, type);
        PtNDArray even = number(logits, 1.0 / classes);
        return JniUtils.sub(JniUtils.softmax(logits, 1, type), smoothed(right, even, smoothing));
    }

    /// (1 − ε) times the one and ε times the other.
    private static PtNDArray smoothed(PtNDArray right, PtNDArray even, double smoothing) {
        if (smoothing == 0) {
            return right;
        }
        return JniUtils.add(
                JniUtils.mul(right, number(right, 1 - smoothing)), JniUtils.mul(even, number(right, smoothing)));
    }

    private static PtNDArray number(PtNDArray like, double number) {
        return Torch.tensor(like.getManager(), like.getDataType(), new float[] {(float) number}, 1);
    }
}
