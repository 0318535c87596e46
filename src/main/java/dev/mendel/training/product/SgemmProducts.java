package dev.mendel.training.product;

import static java.util.Objects.requireNonNull;

import dev.mendel.training.torch.Torch;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Products by the routine that PyTorch itself multiplies with, to measure Mendel's own against. Their last bits depend
/// on the processor.
public final class SgemmProducts extends Products {
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

    public SgemmProducts() {
        if (!available()) {
            throw new IllegalStateException("this platform's PyTorch has no sgemm to call");
        }
        MemorySegment all = MemorySegment.ofArray(sizes);
        Arrays.setAll(pointers, i -> all.asSlice((long) i * Integer.BYTES));
    }

    /// Whether this platform's PyTorch lets its routine be called.
    public static boolean available() {
        return SGEMM != null && SET_THREADS != null;
    }

    @Override
    void put(Matrix a, Matrix b, boolean added, float[] product) {
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
                added ? ONE : ZERO,
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
