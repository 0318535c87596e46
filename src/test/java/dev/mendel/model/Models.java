package dev.mendel.model;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.data.DigitImages;
import dev.mendel.data.DigitPairs;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.training.Examples;
import dev.mendel.training.PairObjective;
import dev.mendel.training.TestedNetwork;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.TowerPattern;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Networks of every kind, briefly trained, and the images that their tests have shown them.
final class Models {
    private static final int PAIRS = 60;
    private static final int PIXELS = 28 * 28;
    private static final int HEADER = 16;
    private static final Seed SEED = new Seed(1);
    private static final List<String> TOWERS =
            List.of("reference", "small", "mentha", "deng-li", "papadopoulos", "kim", "kim-deeper");
    private static final List<String> MODELS = List.of("naive", "sharing", "auxiliary", "neither", "both");

    private Models() {}

    /// The settings of each kind, by its name: the five models, each sharing with each head, branches, named
    /// towers, every layer, each engine.
    static SequencedMap<String, DigitPairsSettings> kinds() {
        var kinds = new LinkedHashMap<String, DigitPairsSettings>();
        MODELS.forEach(model -> kinds.put("model " + model, with("tower=small", "model=" + model)));
        TOWERS.forEach(tower -> kinds.put("tower " + tower, with("tower=" + tower, "model=both")));
        for (String sharing : List.of("shared", "separate", "joint")) {
            for (String head : List.of("less-or-equal", "linear", "perceptron")) {
                for (String auxiliary : List.of("true", "false")) {
                    for (String branches : List.of("", "branches", "images")) {
                        addIfAny(kinds, sharing, head, auxiliary, branches);
                    }
                }
            }
        }
        kinds.put("engine pytorch", with("tower=every layer", "model=auxiliary", "engine=pytorch"));
        kinds.put("classes not learnt", with("tower=small", "model=both", "lambda=0"));
        return kinds;
    }

    private static void addIfAny(
            Map<String, DigitPairsSettings> kinds, String sharing, String head, String auxiliary, String branches) {
        var said = new ArrayList<>(List.of("sharing=" + sharing, "head=" + head, "auxiliary=" + auxiliary));
        switch (branches) {
            case "" -> said.add("tower=every layer");
            case "images" -> said.add("tower=images");
            default -> said.addAll(List.of("tower=images", "projection=a projection", "classifier=a classifier"));
        }
        DigitPairsSettings settings = with(said.toArray(String[]::new));
        try {
            settings.resolve(new Configuration(Map.of()));
            kinds.put(String.join(" ", said), settings);
        } catch (IllegalArgumentException e) {
            // such parts do not go together
        }
    }

    private static DigitPairsSettings with(String... said) {
        DigitPairsSettings settings = DigitPairsSettings.DEFAULTS
                .withTower(
                        "every layer",
                        TowerPattern.of(
                                "conv 4 3x3 padding 1",
                                "batch-norm",
                                "relu",
                                "pool 3 stride 2",
                                "conv 6 2x2 stride 2",
                                "dropout 0.1",
                                "linear 12",
                                "batch-norm",
                                "relu",
                                "dropout 1e-4",
                                "linear 10"))
                .withTower("images", TowerPattern.of("conv 5 3x3 stride 2 padding 1", "relu", "pool 2", "batch-norm"))
                .withTower("a projection", TowerPattern.of("linear 7", "relu"))
                .withTower("a classifier", TowerPattern.of("conv 3 2x2", "relu", "batch-norm", "linear 10"));
        settings = settings.with("pairs", new Value.Whole(PAIRS))
                .with("folds", new Value.Whole(2))
                .with("epochs", new Value.Whole(3))
                .with("batch", new Value.Whole(16))
                .with("learning-rate", new Value.Real(0.003));
        for (String setting : said) {
            int equals = setting.indexOf('=');
            settings = settings.with(setting.substring(0, equals), value(setting.substring(equals + 1)));
        }
        return settings;
    }

    private static Value value(String text) {
        return switch (text) {
            case "true", "false" -> new Value.Flag(Boolean.parseBoolean(text));
            case "0" -> new Value.Whole(0);
            default -> new Value.Text(text);
        };
    }

    static TestedNetwork trained(String kind) throws Exception {
        return trained(Objects.requireNonNull(kinds().get(kind)));
    }

    static TestedNetwork trained(DigitPairsSettings settings) throws Exception {
        var trial = Trial.of(new TrialId(1), new Configuration(Map.of()), SEED);
        return PairObjective.draw(settings, Examples.data(), SEED).train(trial);
    }

    /// A network of a kind as `mendel model` has it after training.
    static Retraining.Result result(TestedNetwork tested) {
        var origin = new Origin(
                "0.0",
                2,
                "example",
                "example-genetic-1",
                1,
                SEED.value(),
                7,
                "0123",
                new Configuration(Map.of("lambda", new Value.Real(0.5))),
                0.5,
                tested.test().score().value(),
                tested.test().measures(),
                tested.network().settings().network().parameters());
        return new Retraining.Result(tested, Retraining.Held.TEST, origin);
    }

    static DigitPairs testPairs() {
        try {
            return Examples.data().testPairs(PAIRS, SEED.derive("test pairs").random());
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The images of the test pairs as they stand in MNIST, pair after pair.
    static List<byte[]> testImages() {
        byte[] all = mnist();
        int[] first = testPairs().first().origins();
        int[] second = testPairs().second().origins();
        return Stream.iterate(0, i -> i + 1)
                .limit(first.length)
                .flatMap(i -> Stream.of(first[i], second[i]))
                .map(origin -> Arrays.copyOfRange(all, HEADER + origin * PIXELS, HEADER + (origin + 1) * PIXELS))
                .toList();
    }

    static DigitImages digits() {
        return DigitImages.of(testImages(), 28, 28);
    }

    private static byte[] mnist() {
        try (InputStream packed =
                        Objects.requireNonNull(Dataset.class.getResourceAsStream("t10k-images-idx3-ubyte.gz"));
                var content = new GZIPInputStream(packed)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
