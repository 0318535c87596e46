package dev.mendel.data;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// A set of labelled images in two parts, one to train with and one to test with. Unchangeable, so any number
/// of threads may draw from it; it keeps all images in memory (MNIST: 55 MB), while the pairs drawn from it are
/// on their own.
public final class Dataset {
    private final LabelledImages training;
    private final LabelledImages test;

    private Dataset(LabelledImages training, LabelledImages test) {
        this.training = training;
        this.test = test;
    }

    /// MNIST, which comes with Mendel.
    public static Dataset mnist() throws DataException {
        return read(new DataFiles.Bundled());
    }

    /// The data set in a directory: four IDX files of unsigned bytes, named as MNIST's are, each plain or
    /// packed with gzip (its name may then end in `.gz`).
    ///
    /// @throws DataException if a file is missing, damaged or of another form
    public static Dataset in(Path directory) throws DataException {
        return read(DataFiles.Directory.of(directory));
    }

    /// Pairs for training and validation, as [DigitPairs] draws them.
    ///
    /// @throws DataException if the training part has fewer than `2 * pairs` images
    public DigitPairs trainingPairs(int pairs, RandomGenerator random) throws DataException {
        return DigitPairs.draw(training, pairs, random);
    }

    /// Pairs that no search has seen, as [DigitPairs] draws them.
    ///
    /// @throws DataException if the test part has fewer than `2 * pairs` images
    public DigitPairs testPairs(int pairs, RandomGenerator random) throws DataException {
        return DigitPairs.draw(test, pairs, random);
    }

    /// Makes sure that images are of a size.
    ///
    /// @param reader who reads them, for the message
    /// @throws DataException if they are of another
    public void requireSize(int height, int width, String reader) throws DataException {
        training.requireSize(height, width, reader);
    }

    /// SHA-256, in hexadecimal, of the four unpacked files one after the other: training images, training
    /// labels, test images, test labels. Computed anew by each call (MNIST: 0.2 s).
    public String hash() {
        MessageDigest digest = sha256();
        training.digest(digest);
        test.digest(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Dataset read(DataFiles files) throws DataException {
        var training = LabelledImages.read(files.training());
        var test = LabelledImages.read(files.test());
        test.requireSizeOf(training);
        return new Dataset(training, test);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
