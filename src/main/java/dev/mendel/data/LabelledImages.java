package dev.mendel.data;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// One part of a data set: images and the class of each, 0 to 9.
final class LabelledImages {
    private static final int CLASSES = 10;

    private final String name;
    private final Images images;
    private final byte[] labels;

    private LabelledImages(String name, Images images, byte[] labels) {
        this.name = name;
        this.images = images;
        this.labels = labels;
    }

    static LabelledImages read(DataFiles.Part part) throws DataException {
        String name = part.images().name();
        Images images = read(part.images(), content -> Idx.images(name, content));
        String labelsName = part.labels().name();
        byte[] labels = read(part.labels(), content -> Idx.labels(labelsName, content));
        if (labels.length != images.count()) {
            throw new DataException(labelsName + ": holds " + labels.length + " labels for the " + images.count()
                    + " images of " + name + "; each image has one");
        }
        requireClasses(labelsName, labels);
        requireDifferent(labelsName, labels);
        if (images.areAllEqual()) {
            throw new DataException(name + ": its " + images.count() + " images are all the same; nothing can be"
                    + " learnt from them");
        }
        return new LabelledImages(name, images, labels);
    }

    /// The name of these images in messages: that of their file.
    String name() {
        return name;
    }

    Images images() {
        return images;
    }

    int count() {
        return labels.length;
    }

    int label(int image) {
        return labels[image];
    }

    /// Feeds both to the digest as they stand in their IDX files, images first.
    void digest(MessageDigest digest) {
        images.digest(digest);
        digest.update(Idx.header(labels.length));
        digest.update(labels);
    }

    void requireSize(int height, int width, String reader) throws DataException {
        var wanted = new Images.Size(height, width);
        if (!images.size().equals(wanted)) {
            throw new DataException(
                    name + ": its images are " + images.size() + "; " + reader + " read images of " + wanted);
        }
    }

    void requireSizeOf(LabelledImages other) throws DataException {
        if (!images.size().equals(other.images.size())) {
            throw new DataException(name + ": its images are " + images.size() + ", those of " + other.name + " are "
                    + other.images.size() + "; both must be of one size");
        }
    }

    private static void requireClasses(String name, byte[] labels) throws DataException {
        for (int i = 0; i < labels.length; i++) {
            int label = Byte.toUnsignedInt(labels[i]);
            if (label >= CLASSES) {
                throw new DataException(name + ": label " + label + " of image " + i + " is not from 0 to 9");
            }
        }
    }

    private static void requireDifferent(String name, byte[] labels) throws DataException {
        for (byte label : labels) {
            if (label != labels[0]) {
                return;
            }
        }
        throw new DataException(name + ": its " + labels.length + " labels are all " + labels[0]
                + "; digits of two classes at least are compared");
    }

    private static <T> T read(DataFiles.DataFile file, Reading<T> reading) throws DataException {
        try (InputStream content = file.content().open()) {
            return reading.from(content);
        } catch (IOException e) {
            throw new DataException(file.name() + ": cannot be read: " + e, e);
        }
    }

    private interface Reading<T> {
        T from(InputStream content) throws IOException, DataException;
    }
}
