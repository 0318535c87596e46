package dev.mendel.training.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTest {
    private static final Path THREADS = Path.of("/proc/self/task");

    /// Each way there is here that promises the same bits.
    static Stream<Products> products() {
        Stream<Products> loops = Stream.of(new LoopProducts());
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? Stream.concat(loops, Stream.of(new VectorProducts()))
                : loops;
    }

    @ParameterizedTest
    @MethodSource("products")
    void eachElementIsTheChainThatIsPromised(Products products) {
        var random = new SplittableRandom(1);
        int[] sizes = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 50, 63, 64, 65, 130};
        int[] terms = {1, 2, 9, 32, 255, 256, 257, 700};
        for (int draw = 0; draw < 400; draw++) {
            int rows = sizes[random.nextInt(sizes.length)];
            int columns = sizes[random.nextInt(sizes.length)];
            int k = terms[random.nextInt(terms.length)];
            boolean turnedA = random.nextBoolean();
            boolean turnedB = random.nextBoolean();
            var target = random.nextBoolean() ? Products.Target.ADDED : Products.Target.REPLACED;
            Matrix a = matrix(rows, k, turnedA, random);
            Matrix b = matrix(k, columns, turnedB, random);
            float[] product = numbers(rows * columns + 3, random);
            float[] expected = product.clone();
            chains(a, b, target, expected);
            products.multiply(a, b, target, product);
            assertThat(product)
                    .as(rows + "x" + k + (turnedA ? "'" : "") + " times " + k + "x" + columns + (turnedB ? "'" : "")
                            + " " + target)
                    .containsExactly(expected);
        }
    }

    /// MKL, left alone, takes other ways for some products depending on the address modulo 64; Java's arrays lie where
    /// the collector puts them.
    @ParameterizedTest
    @MethodSource("productsAndSgemm")
    void aProductIsTheSameWhereverItsNumbersLie(Products products) {
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
            products.multiply(Matrix.of(a, 50, 100), Matrix.of(b, 100, 10), Products.Target.REPLACED, product);
            products.multiply(Matrix.of(a, 50, 100).turn(), Matrix.of(b, 50, 10), Products.Target.ADDED, product);
            results.add(Arrays.hashCode(product));
        }
        assertThat(kept)
                .as("arrays in use, so that the next ones lie elsewhere")
                .hasSize(1000);
        assertThat(results).hasSize(1);
    }

    static Stream<Products> productsAndSgemm() {
        return SgemmProducts.available() ? Stream.concat(products(), Stream.of(new SgemmProducts())) : products();
    }

    /// A right side that is packed once gives what it gives each time.
    @ParameterizedTest
    @MethodSource("products")
    void whatIsPackedIsMultipliedAlike(Products products) {
        var random = new SplittableRandom(4);
        for (int columns : new int[] {1, 16, 17, 33, 64, 100}) {
            for (int k : new int[] {1, 31, 300}) {
                Matrix b = matrix(k, columns, columns % 2 == 0, random);
                var packed = new Products.Right();
                for (boolean turned : new boolean[] {false, true}) {
                    products.pack(b, columns % 3 == 0 || turned, packed);
                    Matrix a = matrix(7, k, turned, random);
                    float[] product = numbers(7 * columns, random);
                    float[] expected = product.clone();
                    products.multiply(a, b, Products.Target.ADDED, expected);
                    products.multiply(a, packed, Products.Target.ADDED, product);
                    assertThat(product).containsExactly(expected);
                }
            }
        }
    }

    /// The definition, element by element.
    private static void chains(Matrix a, Matrix b, Products.Target target, float[] product) {
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < b.columns(); column++) {
                float total = target == Products.Target.ADDED ? product[row * b.columns() + column] : 0;
                for (int block = 0; block < a.columns(); block += Products.BLOCK) {
                    float sum = 0;
                    for (int k = block; k < Math.min(block + Products.BLOCK, a.columns()); k++) {
                        sum = Math.fma(at(a, row, k), at(b, k, column), sum);
                    }
                    total += sum;
                }
                product[row * b.columns() + column] = total;
            }
        }
    }

    private static float at(Matrix matrix, int row, int column) {
        return matrix.numbers()[matrix.turned() ? column * matrix.rows() + row : row * matrix.columns() + column];
    }

    @ParameterizedTest
    @MethodSource("products")
    void sumsOfManyTermsAreAsExactAsPyTorchs(Products products) {
        assumeTrue(SgemmProducts.available(), "this platform's PyTorch does not let its sgemm be called");
        var random = new SplittableRandom(2);
        int terms = 10_000;
        Matrix a = matrix(20, terms, false, random);
        Matrix b = matrix(terms, 20, false, random);
        var own = new float[400];
        var other = new float[400];
        products.multiply(a, b, Products.Target.REPLACED, own);
        new SgemmProducts().multiply(a, b, Products.Target.REPLACED, other);
        double ownError = 0;
        double otherError = 0;
        for (int i = 0; i < own.length; i++) {
            double truth = 0;
            for (int k = 0; k < terms; k++) {
                truth += (double) at(a, i / 20, k) * at(b, k, i % 20);
            }
            ownError += Math.abs(own[i] - truth);
            otherError += Math.abs(other[i] - truth);
        }
        assertThat(ownError).isLessThan(1.1 * otherError);
    }

    @ParameterizedTest
    @MethodSource("products")
    void infinityAndNoNumberSpreadAsIeee754Says(Products products) {
        Matrix a = Matrix.of(new float[] {1, Float.POSITIVE_INFINITY, Float.NaN, 1, 1e38f, 1e38f}, 3, 2);
        Matrix b = Matrix.of(new float[] {1, 0, 1, 10}, 2, 2);
        var product = new float[6];
        products.multiply(a, b, Products.Target.REPLACED, product);
        assertThat(product)
                .containsExactly(
                        Float.POSITIVE_INFINITY,
                        Float.POSITIVE_INFINITY,
                        Float.NaN,
                        Float.NaN,
                        2e38f,
                        Float.POSITIVE_INFINITY);
    }

    /// Where the processor has no fused multiply-add.
    @Test
    void theFusedMultiplyAddOfLoopsIsExact() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000_000; i++) {
            float a = number(random);
            float b = number(random);
            // often close to where the sum cancels out, or to half a unit of its last place
            float c = random.nextInt(3) == 0 ? -(a * b) : random.nextBoolean() ? (a * b) * 0x1p24f : number(random);
            float expected = Math.fma(a, b, c);
            assertThat(Float.floatToIntBits(LoopProducts.fma(a, b, c)))
                    .as(a + " * " + b + " + " + c)
                    .isEqualTo(Float.floatToIntBits(expected));
        }
    }

    /// Any bits: also infinite, no number, or smaller than is usual.
    private static float number(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Float.intBitsToFloat(random.nextInt())
                : (random.nextFloat() - 0.5f) * (1 << random.nextInt(20));
    }

    @ParameterizedTest
    @MethodSource("products")
    void matricesThatDoNotFitAreRefused(Products products) {
        Matrix a = Matrix.of(new float[6], 2, 3);
        assertThat(catchThrowable(() -> products.multiply(a, a, Products.Target.REPLACED, new float[9])))
                .hasMessage("2x3 times 2x3 does not go into 9 numbers");
        assertThat(catchThrowable(() -> products.multiply(a, a.turn(), Products.Target.REPLACED, new float[3])))
                .hasMessage("2x3 times 3x2 does not go into 3 numbers");
    }

    /// Left alone, PyTorch's routine starts a thread for each core in every thread that calls it, and two of them that
    /// wait for each other's cores are some forty times slower than one.
    @Test
    void aProductByPyTorchStartsNoThreads() throws Exception {
        assumeTrue(SgemmProducts.available(), "this platform's PyTorch does not let its sgemm be called");
        assumeTrue(Files.isReadable(THREADS), "needs " + THREADS + " to count threads");
        int side = 700;
        var numbers = new float[side * side];
        Arrays.fill(numbers, 1);
        Matrix square = Matrix.of(numbers, side, side);
        var product = new float[side * side];
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(SgemmProducts::new).get();
            long before = threads();
            thread.submit(() -> new SgemmProducts().multiply(square, square, Products.Target.REPLACED, product))
                    .get();
            assertThat(threads()).isLessThanOrEqualTo(before);
        }
        assertThat(product).containsOnly(side);
    }

    private static Matrix matrix(int rows, int columns, boolean turned, SplittableRandom random) {
        float[] numbers = numbers(rows * columns, random);
        return turned ? Matrix.of(numbers, columns, rows).turn() : Matrix.of(numbers, rows, columns);
    }

    private static float[] numbers(int count, SplittableRandom random) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    private static long threads() throws Exception {
        try (var tasks = Files.list(THREADS)) {
            return tasks.count();
        }
    }
}
