package dev.mendel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendel.training.Gemm.Matrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
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

    /// MKL, left alone, takes other ways for some products depending on the address modulo 64; Java's arrays lie where
    /// the collector puts them.
    @Test
    void aProductIsTheSameWhereverItsNumbersLie() {
        var random = new SplittableRandom(1);
        float[] left = numbers(50 * 100, random);
        float[] right = numbers(100 * 100, random);
        var results = new HashSet<Integer>();
        var kept = new ArrayList<float[]>();
        for (int i = 0; i < 200; i++) {
            kept.add(new float[1 + i % 16]);
            var product = new float[100 * 100];
            float[] a = left.clone();
            kept.add(new float[1 + i % 7]);
            float[] b = right.clone();
            kept.add(a);
            kept.add(b);
            kept.add(product);
            var gemm = new Gemm();
            gemm.multiply(Matrix.of(a, 50, 100), Matrix.of(b, 100, 10), Gemm.Target.REPLACED, product);
            gemm.multiply(Matrix.of(a, 50, 100).turn(), Matrix.of(b, 50, 10), Gemm.Target.ADDED, product);
            results.add(Arrays.hashCode(product));
        }
        assertThat(kept)
                .as("arrays in use, so that the next ones lie elsewhere")
                .hasSize(1000);
        assertThat(results).hasSize(1);
    }

    private static float[] numbers(int count, SplittableRandom random) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
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
