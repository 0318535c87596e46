package dev.mendel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws Exception {
        IdxBytes.dataset(directory);
    }

    @Test
    void aDirectoryReplacesMnist() throws Exception {
        Dataset dataset = Dataset.in(directory);

        assertThat(dataset.trainingPairs(20, new Random(1)).count()).isEqualTo(20);
        assertThat(dataset.testPairs(10, new Random(1)).count()).isEqualTo(10);
    }

    @Test
    void trainingAndTestPairsComeFromTheirParts() throws Exception {
        byte[] pixels = filled(20 * 24, 255);
        Arrays.fill(pixels, 0, 24, (byte) 254);
        Files.write(directory.resolve(DataFiles.TEST_IMAGES), IdxBytes.of(0x08, pixels, 20, 4, 6));
        Dataset dataset = Dataset.in(directory);

        assertThat(dataset.testPairs(10, new Random(1)).second().pixels()).containsOnly(254, 255);
        assertThat(dataset.trainingPairs(10, new Random(1)).second().pixels()).doesNotContain(254, 255);
    }

    @Test
    void packedFilesMakeTheSameDataset() throws Exception {
        String plain = Dataset.in(directory).hash();
        for (String name : new String[] {DataFiles.TRAINING_IMAGES, DataFiles.TEST_LABELS}) {
            Path file = directory.resolve(name);
            Files.write(directory.resolve(name + ".gz"), IdxBytes.packed(Files.readAllBytes(file)));
            Files.delete(file);
        }

        assertThat(Dataset.in(directory).hash()).isEqualTo(plain);
    }

    @Test
    void hashChangesWithEveryFile() throws Exception {
        String before = Dataset.in(directory).hash();
        byte[] labels = IdxBytes.labels(20);
        labels[8] = 9;
        Files.write(directory.resolve(DataFiles.TEST_LABELS), labels);

        assertThat(Dataset.in(directory).hash()).isNotEqualTo(before);
    }

    @Test
    void aDirectoryThatIsNoneIsNamed() {
        Path none = directory.resolve("none");

        assertFault(none, none + ": is not a directory");
    }

    @Test
    void allMissingFilesAreNamed() throws Exception {
        Files.delete(directory.resolve(DataFiles.TRAINING_LABELS));
        Files.delete(directory.resolve(DataFiles.TEST_IMAGES));

        assertFault(
                directory,
                directory + ": has no train-labels-idx1-ubyte, no t10k-images-idx3-ubyte"
                        + " (plain, or with .gz at the end)");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200})
    void aLabelOutOfRangeIsNamed(int label) throws Exception {
        byte[] labels = IdxBytes.labels(40);
        labels[8 + 17] = (byte) label;
        Path file = Files.write(directory.resolve(DataFiles.TRAINING_LABELS), labels);

        assertFault(directory, file + ": label " + label + " of image 17 is not from 0 to 9");
    }

    @Test
    void labelsOfOneClassAreRefused() throws Exception {
        Path file = Files.write(directory.resolve(DataFiles.TEST_LABELS), IdxBytes.of(0x08, filled(20, 7), 20));

        assertFault(directory, file + ": its 20 labels are all 7; digits of two classes at least are compared");
    }

    @Test
    void imagesThatAreAllTheSameAreRefused() throws Exception {
        Path file = Files.write(
                directory.resolve(DataFiles.TRAINING_IMAGES), IdxBytes.of(0x08, filled(40 * 24, 9), 40, 4, 6));

        assertFault(directory, file + ": its 40 images are all the same; nothing can be learnt from them");
    }

    @Test
    void imagesAndLabelsOfDifferentNumberAreRefused() throws Exception {
        Path labels = Files.write(directory.resolve(DataFiles.TEST_LABELS), IdxBytes.labels(19));
        Path images = directory.resolve(DataFiles.TEST_IMAGES);

        assertFault(directory, labels + ": holds 19 labels for the 20 images of " + images + "; each image has one");
    }

    @Test
    void partsOfDifferentImageSizesAreRefused() throws Exception {
        Path test = Files.write(directory.resolve(DataFiles.TEST_IMAGES), IdxBytes.images(20, 6, 4));
        Path training = directory.resolve(DataFiles.TRAINING_IMAGES);

        assertFault(
                directory,
                test + ": its images are 6 × 4, those of " + training + " are 4 × 6; both must be of one size");
    }

    @Test
    void oddSizesAreRefused() throws Exception {
        Path training = Files.write(directory.resolve(DataFiles.TRAINING_IMAGES), IdxBytes.images(40, 4, 3));
        Files.write(directory.resolve(DataFiles.TEST_IMAGES), IdxBytes.images(20, 4, 3));
        Dataset dataset = Dataset.in(directory);

        assertThatThrownBy(() -> dataset.trainingPairs(5, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(training + ": its images are 4 × 3; pooling 2 × 2 needs an even height and width");
    }

    @Test
    void aDamagedPackedFileIsNamed() throws Exception {
        Files.delete(directory.resolve(DataFiles.TEST_LABELS));
        byte[] packed = IdxBytes.packed(IdxBytes.labels(20));
        Path file = directory.resolve(DataFiles.TEST_LABELS + ".gz");
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));

        assertFault(directory, file + ": is cut off: its gzip data has no end");
    }

    private static void assertFault(Path directory, String message) {
        assertThatThrownBy(() -> Dataset.in(directory))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
