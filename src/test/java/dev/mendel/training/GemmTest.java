package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendel.training.Gemm.Matrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GemmTest {
    private static final Path THREADS = Path.of("/proc/self/task");

    @BeforeEach
    void needsTheRoutine() {
        assumeTrue(Gemm.available(), "this platform's PyTorch does not let its sgemm be called");
    }

    /// Left alone, the routine starts a thread for each core in every thread that calls it, and two of them that
    /// wait for each other's cores are some forty times slower than one.
    @Test
    void aProductStartsNoThreads() throws Exception {
        assumeTrue(Files.isReadable(THREADS), "needs " + THREADS + " to count threads");
        int side = 700;
        var numbers = new float[side * side];
        Arrays.fill(numbers, 1);
        Matrix square = Matrix.of(numbers, side, side);
        var product = new float[side * side];
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(Gemm::new).get();
            long before = threads();
            thread.submit(() -> new Gemm().multiply(square, square, Gemm.Target.REPLACED, product))
                    .get();
            assertThat(threads()).isLessThanOrEqualTo(before);
        }
        assertThat(product).containsOnly(side);
    }

    @Test
    void turnedMatricesAndSumsAreMultipliedToo() {
        Matrix a = Matrix.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Matrix b = Matrix.of(new float[] {1, 0, 2, 1, 0, 3}, 2, 3).turn();
        var product = new float[] {10, 20, 30, 40};
        new Gemm().multiply(a, b, Gemm.Target.ADDED, product);
        assertThat(product).containsExactly(17, 30, 46, 62);
    }

    @Test
    void matricesThatDoNotFitAreRefused() {
        Matrix a = Matrix.of(new float[6], 2, 3);
        assertThat(catchThrowable(() -> new Gemm().multiply(a, a, Gemm.Target.REPLACED, new float[9])))
                .hasMessage("2x3 times 2x3 does not go into 9 numbers");
    }

    private static long threads() throws Exception {
        try (var tasks = Files.list(THREADS)) {
            return tasks.count();
        }
    }
}
