package dev.mendel.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.DataType;
import dev.mendel.data.DigitPairs;
import dev.mendel.training.Examples;
import dev.mendel.training.Training;
import dev.mendel.training.block.BlockComputation;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.product.Products;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("training")
class NativeMemoryTest {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Pattern MAPPING = Pattern.compile("[0-9a-f]+-[0-9a-f]+ ");
    private static final int FIRST_64_GB_DIGITS = 9;
    private static final DigitPairs PAIRS = Examples.pairs(30, 1);

    static Stream<Function<PairSettings, Computation>> computations() {
        return Stream.of(
                settings -> new BlockComputation(settings, PAIRS.count(), Products.create()),
                settings -> new PlainComputation(settings, DataType.FLOAT32));
    }

    @ParameterizedTest
    @MethodSource("computations")
    void manyTrainingsLeaveNothingBehind(Function<PairSettings, Computation> computation) throws Exception {
        assumeTrue(Files.isReadable(MAPPINGS), "needs " + MAPPINGS + " to see how much memory the process has");
        train(100, computation);
        long before = nativeKilobytes();
        train(500, computation);
        assertThat(nativeKilobytes() - before).as("growth in kB").isLessThan(30_000);
    }

    private static void train(int trainings, Function<PairSettings, Computation> computation) throws Exception {
        for (int i = 0; i < trainings; i++) {
            boolean diverges = i % 5 == 0;
            var optimizer = diverges ? new Optimizer.Sgd(1e38, 0, 0) : new Optimizer.Adam(1e-3, 0);
            PairSettings settings = Examples.settings(Examples.network(), optimizer);
            try (var training = new Training(settings, PAIRS, new Seed(i), computation.apply(settings))) {
                Throwable failure = catchThrowable(() -> training.advance(2));
                assertThat(failure != null).isEqualTo(diverges);
                if (!diverges) {
                    training.score(PAIRS);
                }
            }
        }
    }

    /// What the process holds outside the Java heap, which lies in the first 64 GB of the address space.
    private static long nativeKilobytes() throws IOException {
        long kilobytes = 0;
        boolean outside = false;
        for (String line : Files.readAllLines(MAPPINGS)) {
            if (MAPPING.matcher(line).lookingAt()) {
                outside = line.indexOf('-') > FIRST_64_GB_DIGITS;
            } else if (outside && line.startsWith("Rss:")) {
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes;
    }
}
