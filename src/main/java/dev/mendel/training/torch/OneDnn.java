package dev.mendel.training.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// oneDNN, the library by which PyTorch computes convolutions in single precision. On virtual machines that hide
/// the processor's caches, its version 3.7 computes wrong gradients of convolutions with few channels, and
/// reports no error. PyTorch's own convolutions are right there, at up to five times the time.
final class OneDnn {
    /// The largest error of a gradient, as a share of its largest element: far above rounding, and far below a
    /// wrong element.
    private static final double TOLERANCE = 1e-3;

    private static final List<Probe> PROBES = List.of(
            new Probe(4, 1, 14, 4, 3, 0),
            new Probe(4, 2, 14, 3, 3, 1),
            new Probe(6, 3, 5, 2, 2, 0),
            new Probe(3, 1, 14, 1, 5, 2),
            new Probe(5, 8, 7, 8, 3, 0),
            new Probe(2, 4, 6, 16, 2, 0),
            new Probe(8, 1, 14, 32, 3, 0),
            new Probe(8, 32, 6, 64, 3, 0));

    private OneDnn() {}

    /// Whether the gradients of some convolutions in single precision agree with those in double precision, which
    /// oneDNN does not compute.
    static boolean isRight(PtNDManager manager) {
        return PROBES.stream().allMatch(probe -> probe.isRight(manager));
    }

    /// Tells PyTorch to compute convolutions without oneDNN from now on.
    ///
    /// @return whether this build of PyTorch has the functions for it
    @SuppressWarnings("restricted") // calls native code, as everything of the engine does
    static boolean switchOff() {
        SymbolLookup symbols = SymbolLookup.loaderLookup();
        MemorySegment context = symbols.find("_ZN2at13globalContextEv").orElse(null);
        MemorySegment setter =
                symbols.find("_ZN2at7Context20setUserEnabledMkldnnEb").orElse(null);
        if (context == null || setter == null) {
            return false;
        }
        try {
            Linker linker = Linker.nativeLinker();
            var global = (MemorySegment) linker.downcallHandle(context, FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            linker.downcallHandle(setter, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_BOOLEAN))
                    .invokeExact(global, false);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("PyTorch can't be told to compute without oneDNN", e);
        }
    }

    /// A convolution of square images by square kernels.
    private record Probe(int samples, int channels, int size, int filters, int kernel, int padding) {

        boolean isRight(PtNDManager manager) {
            var random = new Random(1);
            float[] images = gaussian(random, samples * channels * size * size);
            float[] weights = gaussian(random, filters * channels * kernel * kernel);
            double[][] single = gradients(manager, DataType.FLOAT32, images, weights);
            double[][] exact = gradients(manager, DataType.FLOAT64, images, weights);
            return agree(single[0], exact[0]) && agree(single[1], exact[1]);
        }

        /// The gradients of the mean square of the output, by the images and by the weights.
        private double[][] gradients(PtNDManager manager, DataType type, float[] images, float[] weights) {
            PtNDArray input = Torch.tensor(manager, type, images, samples, channels, size, size);
            PtNDArray kernels = Torch.tensor(manager, type, weights, filters, channels, kernel, kernel);
            PtNDArray bias = Torch.tensor(manager, type, new float[filters], filters);
            return new double[][] {
                gradient(input, x -> convolution(x, kernels, bias)), gradient(kernels, w -> convolution(input, w, bias))
            };
        }

        private PtNDArray convolution(PtNDArray input, PtNDArray kernels, PtNDArray bias) {
            var one = new Shape(1, 1);
            return JniUtils.convolution(input, kernels, bias, one, new Shape(padding, padding), one, 1);
        }

        private static double[] gradient(PtNDArray at, UnaryOperator<PtNDArray> output) {
            return Torch.doubles(Torch.gradient(at, x -> JniUtils.mean(JniUtils.square(output.apply(x))))
                    .gradient());
        }

        private static boolean agree(double[] single, double[] exact) {
            double largest = 0;
            double error = 0;
            for (int i = 0; i < exact.length; i++) {
                largest = Math.max(largest, Math.abs(exact[i]));
                error = Math.max(error, Math.abs(single[i] - exact[i]));
            }
            return error <= TOLERANCE * largest;
        }

        private static float[] gaussian(Random random, int count) {
            var numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }
    }
}
