package dev.mendel.training.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// PyTorch's engine as this package uses it: one thread for each training, nothing from the network, gradients
/// by autograd on any number of threads at once.
///
/// DJL's own gradient collector allows one at a time in the whole process; the engine underneath does not mind.
public final class Torch {
    private static final Logger LOG = LogManager.getLogger(Torch.class);

    /// The configuration that the engine reads once, when it loads.
    private static final Map<String, String> PROPERTIES = Map.of(
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            "DJL_DISABLE_PROGRESS_BAR", "true");

    private static final String UNCERTAIN = "may differ in their last bits from run to run: ";

    /// MKL_CBWR_AUTO and MKL_CBWR_STRICT: the fastest way this processor has, and one result whatever the alignment.
    private static final int AUTO_STRICT = 0x10002;

    private static final Engine ENGINE = load();

    private static final String PRODUCTS;

    static {
        String products = products(ENGINE);
        warmUp(ENGINE);
        PRODUCTS = products + convolutions(ENGINE);
    }

    private Torch() {}

    /// Loads the engine, where that has not happened yet.
    public static void start() {
        manager().close();
    }

    /// The implementation of matrix products, and whether they repeat: a phrase for the record.
    public static String products() {
        return PRODUCTS;
    }

    /// A new owner of tensors, closed by the caller.
    static PtNDManager manager() {
        return (PtNDManager) ENGINE.newBaseManager(Device.cpu());
    }

    /// Numbers as a tensor whose memory belongs to PyTorch.
    static PtNDArray tensor(PtNDManager manager, DataType type, float[] numbers, long... shape) {
        PtNDArray tensor = empty(manager, type, shape);
        ByteBuffer memory = JniUtils.getByteBuffer(tensor, true);
        if (type == DataType.FLOAT32) {
            memory.asFloatBuffer().put(numbers);
        } else {
            for (float number : numbers) {
                memory.putDouble(number);
            }
        }
        return tensor;
    }

    /// Whole numbers as a tensor whose memory belongs to PyTorch.
    static PtNDArray tensor(PtNDManager manager, int[] numbers) {
        PtNDArray tensor = empty(manager, DataType.INT64, numbers.length);
        ByteBuffer memory = JniUtils.getByteBuffer(tensor, true);
        for (int number : numbers) {
            memory.putLong(number);
        }
        return tensor;
    }

    /// A tensor of whatever is in its memory.
    static PtNDArray empty(PtNDManager manager, DataType type, long... shape) {
        return JniUtils.createEmptyNdArray(manager, new Shape(shape), type, Device.cpu(), SparseFormat.DENSE);
    }

    /// The memory of a contiguous tensor of floats itself, no copy: valid for as long as the tensor.
    static FloatBuffer floats(PtNDArray tensor) {
        return JniUtils.getByteBuffer(tensor, true).asFloatBuffer();
    }

    /// A copy of a tensor of any kind of numbers.
    static double[] doubles(PtNDArray tensor) {
        return JniUtils.to(tensor, DataType.FLOAT64, Device.cpu()).toDoubleArray();
    }

    /// A copy of a tensor of any kind of numbers, rounded.
    static float[] floatArray(PtNDArray tensor) {
        return JniUtils.to(tensor, DataType.FLOAT32, Device.cpu()).toFloatArray();
    }

    /// Runs a computation that autograd records, and returns the gradient of its result.
    ///
    /// @param at where to take the gradient; owned by the caller, as is the gradient
    /// @param computation from a leaf that stands for `at` to a single number
    static Gradient gradient(PtNDArray at, UnaryOperator<PtNDArray> computation) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            PtNDArray leaf = JniUtils.detachGradient(at);
            JniUtils.attachGradient(leaf, true);
            PtNDArray result = computation.apply(leaf);
            PtNDArray one = JniUtils.onesLike(result, result.getDataType(), Device.cpu(), SparseFormat.DENSE);
            JniUtils.backward(result, one, false, false);
            return new Gradient(result, JniUtils.getGradient(leaf));
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /// Runs a computation without recording it for gradients.
    static <T> T withoutGradient(Supplier<T> computation) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return computation.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /// A number and its gradient.
    record Gradient(PtNDArray value, PtNDArray gradient) {}

    private static Engine load() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        return Engine.getEngine("PyTorch");
    }

    /// Asks MKL, which multiplies for PyTorch, to give the same result wherever in memory its numbers lie: left alone,
    /// it takes another way for some products depending on their address modulo 64. To be called before the first
    /// product.
    ///
    /// @param engine loaded, so that its libraries can be looked into
    /// @return see [#products()]
    @SuppressWarnings("restricted") // calls native code, as everything of the engine does
    private static String products(Engine engine) {
        MemorySegment symbol =
                SymbolLookup.loaderLookup().find("mkl_serv_cbwr_set").orElse(null);
        if (symbol == null) {
            return UNCERTAIN + engine.getEngineName() + " has no mkl_serv_cbwr_set here";
        }
        try {
            int status = (int) Linker.nativeLinker()
                    .downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                    .invokeExact(AUTO_STRICT);
            return status == 0
                    ? "by MKL, the same wherever their numbers lie"
                    : UNCERTAIN + "mkl_serv_cbwr_set refused with status " + status;
        } catch (Throwable e) {
            return UNCERTAIN + "mkl_serv_cbwr_set can't be called: " + e;
        }
    }

    /// Switches oneDNN off where it computes wrong gradients.
    ///
    /// @return an addition to [#products()]: empty where oneDNN is right
    /// @throws IllegalStateException if it is wrong and can't be switched off
    private static String convolutions(Engine engine) {
        try (var memory = (PtNDManager) engine.newBaseManager(Device.cpu())) {
            if (OneDnn.isRight(memory)) {
                return "";
            }
            if (OneDnn.switchOff() && OneDnn.isRight(memory)) {
                LOG.warn("oneDNN computes wrong gradients on this machine: PyTorch computes convolutions without it");
                return "; convolutions without oneDNN, whose gradients are wrong on this machine";
            }
            throw new IllegalStateException(
                    "PyTorch computes wrong gradients of convolutions on this machine; \"engine: blocks\" computes them right");
        }
    }

    /// Uses each function of the vector library once, on one thread: the library picks its kernels at the first
    /// call, and two first calls at the same time can pick different ones.
    private static void warmUp(Engine engine) {
        List<UnaryOperator<PtNDArray>> functions =
                List.of(JniUtils::sqrt, JniUtils::exp, JniUtils::log, JniUtils::sin, JniUtils::tanh, JniUtils::sigmoid);
        try (NDManager manager = engine.newBaseManager(Device.cpu())) {
            for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
                for (int size : new int[] {1, 7, 64, 5000}) {
                    PtNDArray ones = (PtNDArray) manager.ones(new Shape(size), type);
                    functions.forEach(function -> function.apply(ones).close());
                    JniUtils.softmax((PtNDArray) ones.reshape(1, size), 1, type);
                    JniUtils.logSoftmax((PtNDArray) ones.reshape(1, size), 1, type);
                }
                PtNDArray square = (PtNDArray) manager.ones(new Shape(64, 64), type);
                JniUtils.matmul(square, square);
            }
        }
    }
}
