package dev.mendel.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The places of the four files of a data set.
sealed interface DataFiles {
    String TRAINING_IMAGES = "train-images-idx3-ubyte";
    String TRAINING_LABELS = "train-labels-idx1-ubyte";
    String TEST_IMAGES = "t10k-images-idx3-ubyte";
    String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /// One of the files, by the name that messages give it.
    record DataFile(String name, Content content) {}

    /// The images of one part and their labels.
    record Part(DataFile images, DataFile labels) {}

    /// The content of a file as it is stored; the caller closes it.
    interface Content {
        InputStream open() throws IOException;
    }

    DataFile file(String name);

    default Part training() {
        return new Part(file(TRAINING_IMAGES), file(TRAINING_LABELS));
    }

    default Part test() {
        return new Part(file(TEST_IMAGES), file(TEST_LABELS));
    }

    /// The files that come with Mendel.
    record Bundled() implements DataFiles {
        @Override
        public DataFile file(String name) {
            String packed = name + ".gz";
            return new DataFile("Mendel's own " + packed, () -> open(packed));
        }

        private static InputStream open(String resource) throws IOException {
            InputStream content = DataFiles.class.getResourceAsStream(resource);
            if (content == null) {
                throw new FileNotFoundException("not on the class path; it is in the jar dev.mendel:mendel:mnist");
            }
            return content;
        }
    }

    /// The user's own files, plain or packed; where both are there, the plain one counts.
    record Directory(Path path) implements DataFiles {
        /// @throws DataException if any of the four files is missing, naming all that are
        static Directory of(Path path) throws DataException {
            if (!Files.isDirectory(path)) {
                throw new DataException(path + ": is not a directory");
            }
            var directory = new Directory(path);
            List<String> missing = directory.missing();
            if (!missing.isEmpty()) {
                throw new DataException(
                        path + ": has no " + String.join(", no ", missing) + " (plain, or with .gz at the end)");
            }
            return directory;
        }

        @Override
        public DataFile file(String name) {
            Path plain = path.resolve(name);
            Path file = Files.isRegularFile(plain) ? plain : packed(name);
            return new DataFile(file.toString(), () -> Files.newInputStream(file));
        }

        private List<String> missing() {
            var missing = new ArrayList<>(List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS));
            missing.removeIf(name -> Stream.of(path.resolve(name), packed(name)).anyMatch(Files::isRegularFile));
            return missing;
        }

        private Path packed(String name) {
            return path.resolve(name + ".gz");
        }
    }
}
