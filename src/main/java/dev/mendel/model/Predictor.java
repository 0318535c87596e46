package dev.mendel.model;

import dev.mendel.data.DataException;
import dev.mendel.data.DigitImages;
import dev.mendel.model.Prediction.Digit;
import dev.mendel.training.Engines;
import dev.mendel.training.TrainedNetwork;
import dev.mendel.training.Training;
import dev.mendel.training.compute.Computation;
import dev.mendel.training.compute.Logits;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Asks a model that `mendel model` has written. With the engine `blocks` the answers are the same bits on
/// every processor. For one thread at a time.
///
/// ```java
/// try (var predictor = Predictor.open(Path.of("winner"))) {
///     DigitImages images = predictor.read(List.of(Path.of("first.png"), Path.of("second.png")));
///     Prediction answer = predictor.predict(images).getFirst();
/// }
/// ```
public final class Predictor implements AutoCloseable {
    private final TrainedNetwork trained;
    private final boolean classes;
    private final Computation computation;

    Predictor(TrainedNetwork trained, boolean classes) {
        this.trained = trained;
        this.classes = classes;
        this.computation = Engines.computation(trained.settings(), Training.PAIRS_SCORED_AT_ONCE);
    }

    /// Loads a model.
    ///
    /// @param folder as `mendel model` has written it
    /// @throws ModelException if it is no model, of a newer form, or damaged
    public static Predictor open(Path folder) throws ModelException {
        return ModelFolder.read(folder);
    }

    /// The images in files, of the size that the model reads.
    ///
    /// @throws DataException as [DigitImages#read]
    public DigitImages read(List<Path> files) throws DataException {
        return DigitImages.read(files, Description.ImageForm.USUAL.height(), Description.ImageForm.USUAL.width());
    }

    /// Images as bytes, row by row, from 0 (background) to 255 (ink).
    ///
    /// @throws IllegalArgumentException if one has not 28 × 28 pixels
    public DigitImages images(List<byte[]> pixels) {
        return DigitImages.of(pixels, Description.ImageForm.USUAL.height(), Description.ImageForm.USUAL.width());
    }

    /// The answers to pairs of images: the first with the second, the third with the fourth, and so on.
    ///
    /// @param images of 28 × 28 pixels, light digits on a dark ground
    /// @throws IllegalArgumentException if their number is odd
    public List<Prediction> predict(DigitImages images) {
        if (images.count() % Network.SIDES != 0) {
            throw new IllegalArgumentException(images.count() + " images make no pairs; allowed is an even number");
        }
        int pairs = images.count() / Network.SIDES;
        var answers = new ArrayList<Prediction>();
        for (int from = 0; from < pairs; from += Training.PAIRS_SCORED_AT_ONCE) {
            int to = Math.min(from + Training.PAIRS_SCORED_AT_ONCE, pairs);
            Logits logits = logits(images, from, to);
            IntStream.range(0, to - from).mapToObj(pair -> answer(logits, pair)).forEach(answers::add);
        }
        return answers;
    }

    @Override
    public void close() {
        computation.close();
    }

    /// The logits of some pairs, no more than are scored at once.
    Logits logits(DigitImages images, int from, int to) {
        int[] first = IntStream.range(from, to).map(pair -> 2 * pair).toArray();
        int[] second = IntStream.range(from, to).map(pair -> 2 * pair + 1).toArray();
        return trained.logits(computation, images.pooled(first), images.pooled(second));
    }

    private Prediction answer(Logits logits, int pair) {
        Head head = trained.settings().network().head();
        double probability = switch (head) {
            case Head.LessOrEqual _ ->
                lessOrEqual(
                        softmax(logits.first(), pair, Network.CLASSES),
                        softmax(logits.second(), pair, Network.CLASSES));
            case Head.Linear _, Head.Perceptron _ -> softmax(logits.comparison(), pair, Network.ORDERS)[1];
        };
        return new Prediction(
                logits.order(head, pair) == 1, probability, digit(logits.first(), pair), digit(logits.second(), pair));
    }

    private @Nullable Digit digit(float[] logits, int pair) {
        if (!classes) {
            return null;
        }
        int digit = Logits.largest(logits, pair, Network.CLASSES);
        return new Digit(digit, softmax(logits, pair, Network.CLASSES)[digit]);
    }

    private static double lessOrEqual(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = i; j < second.length; j++) {
                sum += first[i] * second[j];
            }
        }
        return Math.min(sum, 1);
    }

    private static double[] softmax(float[] logits, int row, int width) {
        double largest = logits[row * width + Logits.largest(logits, row, width)];
        double[] shares = IntStream.range(0, width)
                .mapToDouble(i -> StrictMath.exp(logits[row * width + i] - largest))
                .toArray();
        double sum = IntStream.range(0, width).mapToDouble(i -> shares[i]).reduce(0, Double::sum);
        return IntStream.range(0, width).mapToDouble(i -> shares[i] / sum).toArray();
    }
}
