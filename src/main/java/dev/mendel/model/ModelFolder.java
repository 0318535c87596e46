package dev.mendel.model;

import dev.mendel.report.MendelJson;
import dev.mendel.training.TrainedNetwork;
import dev.mendel.training.torch.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;

/// The folder of a model: weights, a module of Python that loads them, and the description, without which it is
/// none. The same network with the same origin makes the same bytes.
public final class ModelFolder {
    static final String WEIGHTS = "model.safetensors";
    static final String PYTHON = "model.py";
    static final String DESCRIPTION = "model.json";

    private ModelFolder() {}

    /// The treatment of a folder that holds something.
    public enum Filled {
        /// Nothing is written.
        REFUSE,
        /// The files of a model are replaced, everything else stays.
        REPLACE
    }

    /// Makes sure that a model can be written into a folder, which need not be there.
    ///
    /// @throws ModelException if it is a file, can't be looked into, or holds something and is not to be
    ///     changed
    public static void requireFree(Path folder, Filled filled) throws ModelException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ModelException(folder + ": is a file; allowed is a folder that is new or empty");
        }
        try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            if (filled == Filled.REFUSE && found.findAny().isPresent()) {
                throw new ModelException(
                        folder + ": is not empty; allowed is a folder that is new or empty, or with --force any");
            }
        } catch (IOException e) {
            throw new ModelException(folder + ": can't be looked into: " + e.getMessage(), e);
        }
    }

    /// Writes a model. A folder that is new appears with all of it; in one that is there the description is
    /// taken away first and comes last, so that it never describes other weights.
    ///
    /// @throws ModelException as for [#requireFree], or if it can't be written; then nothing is left behind
    public static void write(Path folder, Retraining.Result result, Filled filled) throws ModelException {
        requireFree(folder, filled);
        Path target = folder.toAbsolutePath().normalize();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            delete(draft);
            Files.createDirectories(draft);
            SequencedMap<String, byte[]> files = files(result.tested().network(), result.origin());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(draft.resolve(file.getKey()), file.getValue());
            }
            if (Files.exists(target)) {
                Files.deleteIfExists(target.resolve(DESCRIPTION));
                for (String file : files.sequencedKeySet()) {
                    Files.move(draft.resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            } else {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new ModelException(folder + ": the model can't be written: " + e, e);
        } finally {
            deleteQuietly(draft);
        }
    }

    /// Reads a model.
    ///
    /// @throws ModelException as [Predictor#open]
    static Predictor read(Path folder) throws ModelException {
        StoredDescription description = StoredDescription.read(folder);
        Path weights = folder.resolve(WEIGHTS);
        byte[] content = content(weights);
        if (!Hash.sha256(content).equals(description.sha256())) {
            throw new ModelException(weights + ": is damaged, or not the file that " + DESCRIPTION
                    + " beside it was written with: its SHA-256 is " + Hash.sha256(content) + ", not "
                    + description.sha256());
        }
        try {
            NetworkForm form = description.network();
            TrainedNetwork trained = Tensors.network(form.settings(), Safetensors.decode(content));
            return new Predictor(trained, form.classes());
        } catch (IllegalArgumentException e) {
            throw new ModelException(folder + ": weights and network do not fit: " + e.getMessage(), e);
        }
    }

    /// The files of a model, in the order in which they may appear.
    static SequencedMap<String, byte[]> files(TrainedNetwork trained, Origin origin) {
        byte[] weights = Safetensors.encode(Tensors.of(trained));
        NetworkForm form = NetworkForm.of(trained.settings());
        var description = new Description(
                Description.FORMAT,
                Description.ANSWERS,
                origin,
                form,
                Description.ImageForm.USUAL,
                new Description.Pixels(trained.mean(), trained.deviation()),
                Hash.sha256(weights));
        String python = PythonForm.of(trained.settings().network(), form.classes(), description);
        var files = new LinkedHashMap<String, byte[]>();
        files.put(WEIGHTS, weights);
        files.put(PYTHON, python.getBytes(StandardCharsets.UTF_8));
        files.put(DESCRIPTION, (MendelJson.lines(description) + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] content(Path file) throws ModelException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException(file + ": can't be read: " + e, e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path draft) {
        try {
            delete(draft);
        } catch (IOException e) {
            LogManager.getLogger(ModelFolder.class).warn("{} stays behind", draft, e);
        }
    }

    private static void delete(Path draft) throws IOException {
        if (Files.exists(draft)) {
            for (String file : new String[] {WEIGHTS, PYTHON, DESCRIPTION}) {
                Files.deleteIfExists(draft.resolve(file));
            }
            Files.delete(draft);
        }
    }
}
