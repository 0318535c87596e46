package dev.mendel.training.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/// A large product of matrices by PyTorch, whose time tells the processor's peak. For one thread at a time.
public final class SquareProduct implements AutoCloseable {
    private final PtNDManager memory;
    private final PtNDArray square;

    /// @param side rows and columns of both matrices
    public SquareProduct(int side) {
        memory = Torch.manager();
        square = Torch.tensor(memory, DataType.FLOAT32, new float[side * side], side, side);
    }

    /// Multiplies once: 2 · side³ operations.
    public void multiply() {
        JniUtils.matmul(square, square).close();
    }

    @Override
    public void close() {
        memory.close();
    }
}
