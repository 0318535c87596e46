package dev.mendel.training;

import dev.mendel.data.DigitPairs;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.product.Products;
import dev.mendel.trial.Seed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A small training, and the SHA-256 of the weights that it must end with on every machine.
@SuppressWarnings("ImmutableEnumChecker") // settings are records of immutable parts
enum GoldenTraining {
    SHARED_TOWER(
            Sharing.SHARED,
            new Head.Perceptron(7),
            Loss.CROSS_ENTROPY,
            new Optimizer.Adam(1e-3, 1e-4),
            "69fba69a5ddee2a4e0ba548096622aac5c6fc649e5d8731779ce2cf04eef10e3",
            "conv 8 3x3",
            "relu",
            "pool 2",
            "conv 128 3x3",
            "relu",
            "pool 2",
            "linear 10"),
    SEPARATE_TOWERS(
            Sharing.SEPARATE,
            new Head.Linear(),
            Loss.MSE,
            new Optimizer.Sgd(0.05, 0.9, 1e-4),
            "885c88a674c371007191aceb1e09cfecddc3f32876866f6b85e045abb43617cb",
            "conv 6 5x5",
            "relu",
            "pool 3",
            "linear 20",
            "relu",
            "linear 10"),
    NORMALISED_AND_DROPPED_OUT(
            Sharing.SHARED,
            new Head.LessOrEqual(),
            Loss.NLL,
            new Optimizer.AdamW(2e-3, 0.01),
            "3f6484f077b7759be4330ed5b165a88eb2965f2a72552c3e0a668e6368cbdc38",
            "conv 9 3x3 padding 1",
            "batch-norm",
            "relu",
            "pool 2",
            "dropout 0.25",
            "conv 8 3x3",
            "batch-norm",
            "relu",
            "dropout 0.5",
            "linear 10"),
    STRIDED_AND_PADDED(
            Sharing.SHARED,
            new Head.Perceptron(5),
            Loss.L1,
            new Optimizer.Adagrad(0.01, 0),
            "5ad8273a7d28d4971df2288ad5ef5536f5216c771ff94530adb07439ec30a67c",
            "conv 5 3x3 stride 2 padding 2",
            "relu",
            "conv 12 2x2",
            "pool 2 stride 1",
            "relu",
            "linear 10"),
    FULLY_CONNECTED(
            Sharing.JOINT,
            new Head.Perceptron(9),
            Loss.CROSS_ENTROPY,
            new Optimizer.Adam(1e-3, 0),
            "6245b62c2a55380ba4fa8d6661d4d16375df60d3d1f8eb4cfc0a0ee5f50cbb4d",
            "linear 33",
            "batch-norm",
            "relu",
            "linear 17",
            "relu");

    private static final Seed SEED = new Seed(5);
    private static final int PAIRS = 41;
    private static final int BATCH = 20;
    private static final int EPOCHS = 2;

    private final PairSettings settings;
    private final String hash;

    GoldenTraining(Sharing sharing, Head head, Loss loss, Optimizer optimizer, String hash, String... tower) {
        boolean auxiliary = sharing != Sharing.JOINT;
        var network = new Network(Examples.tower(tower), sharing, head, auxiliary);
        this.settings = new PairSettings(Engine.BLOCKS, EPOCHS, BATCH, network, loss, loss, 0.7, optimizer);
        this.hash = hash;
    }

    /// The SHA-256 that it must have.
    String hash() {
        return hash;
    }

    /// The SHA-256 of the weights as big-endian IEEE 754 numbers.
    String train() throws Exception {
        DigitPairs pairs = Examples.pairs(PAIRS, SEED.value());
        try (var training = new Training(settings, pairs, SEED)) {
            training.advance(settings.epochs());
            float[] weights = training.parameters();
            var bytes = ByteBuffer.allocate(weights.length * Float.BYTES);
            bytes.asFloatBuffer().put(weights);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        }
    }

    /// Trains those whose names begin with an argument, on as many threads at once as the other says, and prints the
    /// names and hashes.
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (GoldenTraining training : values()) {
                if (training.name().startsWith(arguments[0])) {
                    var hashes = new ArrayList<String>();
                    List<Callable<String>> works = new ArrayList<>();
                    for (int i = 0; i < threads; i++) {
                        works.add(training::train);
                    }
                    for (Future<String> hash : pool.invokeAll(works)) {
                        hashes.add(hash.get());
                    }
                    System.out.println(training + " "
                            + String.join(" ", hashes.stream().distinct().toList()));
                }
            }
        }
        System.out.println(Products.means());
    }
}
