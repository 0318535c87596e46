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
    static PtNDArray of(Loss loss, PtNDArray logits, PtNDArray truth) {
        DataType type = logits.getDataType();
        return switch (loss) {
            case CROSS_ENTROPY, NLL -> {
                PtNDArray logarithms = JniUtils.logSoftmax(logits, 1, type);
                yield JniUtils.neg(JniUtils.mean(JniUtils.gather(logarithms, JniUtils.unsqueeze(truth, 1), 1)));
            }
            case MSE -> JniUtils.mean(JniUtils.square(difference(logits, truth)));
            case L1 -> JniUtils.mean(JniUtils.abs(difference(logits, truth)));
        };
    }

    private static PtNDArray difference(PtNDArray logits, PtNDArray truth) {
        int classes = Math.toIntExact(logits.getShape().get(1));
        DataType type = logits.getDataType();
        return JniUtils.sub(JniUtils.softmax(logits, 1, type), JniUtils.oneHot(truth, classes, type));
    }
}
