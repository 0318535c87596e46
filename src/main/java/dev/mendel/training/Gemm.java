package dev.mendel.training;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Products of matrices in plain arrays, row by row, by the routine that PyTorch itself multiplies with: no copies,
/// and no memory but the arrays. For one thread at a time.
final class Gemm {
    private static final int POINTERS = 13;
    /// Constant, so that calls of it are compiled to plain calls; null where there is none.
    private static final @Nullable MethodHandle SGEMM = find();
    /// Sets how many threads the routine may use when the calling thread calls it.
    private static final @Nullable MethodHandle SET_THREADS = findThreads();
    private static final MemorySegment AS_IT_IS = MemorySegment.ofArray(new byte[] {'N'});
    private static final MemorySegment TURNED = MemorySegment.ofArray(new byte[] {'T'});
    private static final MemorySegment ZERO = MemorySegment.ofArray(new float[] {0});
    private static final MemorySegment ONE = MemorySegment.ofArray(new float[] {1});

    private final int[] sizes = new int[6];
    private final MemorySegment[] pointers = new MemorySegment[sizes.length];

    /// What becomes of the numbers that are in the way of a product.
    enum Target {
        /// They are overwritten.
        REPLACED,
        /// The product is added to them.
        ADDED
    }

    /// A matrix within an array.
    ///
    /// @param rows as it takes part in a product
    /// @param columns as it takes part in a product
    /// @param turned whether the array holds it column by column
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    record Matrix(float[] numbers, int rows, int columns, boolean turned) {
        /// The first numbers of an array, row by row.
        static Matrix of(float[] numbers, int rows, int columns) {
            return new Matrix(numbers, rows, columns, false);
        }

        /// The same numbers turned on their side.
        Matrix turn() {
            return new Matrix(numbers, /* rows= */ columns, /* columns= */ rows, !turned);
        }

        private int step() {
            return turned ? rows : columns;
        }
    }

    Gemm() {
        if (!available()) {
            throw new IllegalStateException("this platform's PyTorch has no sgemm to call");
        }
        MemorySegment all = MemorySegment.ofArray(sizes);
        Arrays.setAll(pointers, i -> all.asSlice((long) i * Integer.BYTES));
    }

    /// Whether this platform's PyTorch lets its routine be called.
    static boolean available() {
        return SGEMM != null && SET_THREADS != null;
    }

    /// Puts a·b into the first numbers of an array, row by row.
    void multiply(Matrix a, Matrix b, Target target, float[] product) {
        if (a.columns() != b.rows() || product.length < a.rows() * b.columns()) {
            throw new IllegalArgumentException(a.rows() + "x" + a.columns() + " times " + b.rows() + "x" + b.columns()
                    + " does not go into " + product.length + " numbers");
        }
        // the routine counts by columns: seen so, our arrays hold the matrices turned, and b'·a' = (a·b)'
        sizes[0] = b.columns();
        sizes[1] = a.rows();
        sizes[2] = a.columns();
        sizes[3] = b.step();
        sizes[4] = a.step();
        sizes[5] = b.columns();
        call(
                b.turned() ? TURNED : AS_IT_IS,
                MemorySegment.ofArray(b.numbers()),
                a.turned() ? TURNED : AS_IT_IS,
                MemorySegment.ofArray(a.numbers()),
                target == Target.ADDED ? ONE : ZERO,
                MemorySegment.ofArray(product));
    }

    private void call(
            MemorySegment formB,
            MemorySegment b,
            MemorySegment formA,
            MemorySegment a,
            MemorySegment before,
            MemorySegment product) {
        try {
            // kept by thread, and as many as the machine has cores for a thread that never said: each time, since
            // it costs next to nothing and a product may be asked for on any thread
            requireNonNull(SET_THREADS).invokeExact(1);
            requireNonNull(SGEMM)
                    .invokeExact(
                            formB,
                            formA,
                            pointers[0],
                            pointers[1],
                            pointers[2],
                            ONE,
                            b,
                            pointers[3],
                            a,
                            pointers[4],
                            before,
                            product,
                            pointers[5]);
        } catch (Throwable e) {
            throw new IllegalStateException("sgemm cannot be called", e);
        }
    }

    private static @Nullable MethodHandle find() {
        var parameters = new MemoryLayout[POINTERS];
        Arrays.fill(parameters, ValueLayout.ADDRESS);
        return find("sgemm_", FunctionDescriptor.ofVoid(parameters), Linker.Option.critical(true));
    }

    private static @Nullable MethodHandle findThreads() {
        return find(
                "omp_set_num_threads", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT), Linker.Option.critical(false));
    }

    /// A routine of the engine's libraries; null where they do not show it.
    @SuppressWarnings("restricted") // calls native code, as everything of the engine does
    private static @Nullable MethodHandle find(String name, FunctionDescriptor type, Linker.Option option) {
        Torch.start();
        return SymbolLookup.loaderLookup()
                .find(name)
                .map(symbol -> Linker.nativeLinker().downcallHandle(symbol, type, option))
                .orElse(null);
    }
}
