package dev.mendel.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Files of tensors of the form safetensors, as DJL writes and reads them. The header's order follows the hash
/// codes of names, which Java defines: the same tensors in the same order are the same bytes.
public final class Safetensors {
    private Safetensors() {}

    /// The contents of a file of these tensors, their numbers in this order.
    public static byte[] encode(List<Tensor> tensors) {
        try (PtNDManager memory = Torch.manager()) {
            var list = new NDList();
            for (Tensor tensor : tensors) {
                NDArray numbers = switch (tensor) {
                    case Tensor.Single single -> memory.create(single.numbers(), new Shape(single.shape()));
                    case Tensor.Precise precise -> memory.create(precise.numbers(), new Shape(precise.shape()));
                };
                numbers.setName(tensor.name());
                list.add(numbers);
            }
            var out = new ByteArrayOutputStream();
            list.encode(out, NDList.Encoding.SAFETENSORS);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
    }

    /// The tensors in a file, in any order.
    ///
    /// @throws IllegalArgumentException if these are the contents of none, or it has other numbers than
    ///     float and double
    public static List<Tensor> decode(byte[] contents) {
        try (PtNDManager memory = Torch.manager()) {
            var tensors = new ArrayList<Tensor>();
            for (NDArray read : NDList.decode(memory, new ByteArrayInputStream(contents))) {
                long[] shape = read.getShape().getShape();
                tensors.add(
                        read.getDataType() == DataType.FLOAT64
                                ? new Tensor.Precise(read.getName(), shape, read.toDoubleArray())
                                : new Tensor.Single(read.getName(), shape, read.toFloatArray()));
            }
            return tensors;
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no safetensors: " + e.getMessage(), e);
        }
    }
}
