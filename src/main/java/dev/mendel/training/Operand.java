package dev.mendel.training;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/// Native memory for matrices that are multiplied again and again, `count` of them one after the other, of
/// `columns` columns and a number of rows that can change.
final class Operand {
    private final PtNDArray all;
    private final FloatBuffer memory;
    private final int count;
    private final int columns;
    private final Map<Integer, PtNDArray> views = new HashMap<>();

    /// @param owner closes it
    /// @param rows the most rows there can be
    Operand(PtNDManager owner, int count, int rows, int columns) {
        this.all = Torch.empty(owner, DataType.FLOAT32, (long) count * rows * columns);
        this.memory = Torch.floats(all);
        this.count = count;
        this.columns = columns;
    }

    /// Copies numbers to a place, counted in numbers from the first.
    void put(int place, float[] numbers, int from, int length) {
        memory.put(place, numbers, from, length);
    }

    /// The matrices as a tensor of `count` × `rows` × `columns`, which goes on sharing their memory.
    PtNDArray tensor(int rows) {
        return views.computeIfAbsent(rows, _ -> {
            long size = (long) count * rows * columns;
            return JniUtils.reshape(JniUtils.slice(all, 0, 0, size, 1), new long[] {count, rows, columns});
        });
    }

    /// The products of matrices with matrices, one by one; to be closed.
    static Product multiply(PtNDArray left, PtNDArray right) {
        PtNDArray result = JniUtils.bmm(left, right);
        return new Product(result, Torch.floats(result));
    }

    /// Each matrix turned on its side; the memory is the same.
    static PtNDArray transposed(PtNDArray matrices) {
        return JniUtils.transpose(matrices, 1, 2);
    }

    /// Matrices that came out of a multiplication.
    record Product(PtNDArray tensor, FloatBuffer memory) implements AutoCloseable {
        /// Copies numbers from a place, counted in numbers from the first.
        void get(int place, float[] numbers, int length) {
            memory.get(place, numbers, 0, length);
        }

        /// Adds all numbers to others.
        void addTo(float[] sums, float[] scratch) {
            memory.get(0, scratch, 0, sums.length);
            Loops.add(scratch, sums, sums.length);
        }

        @Override
        public void close() {
            tensor.close();
        }
    }
}
