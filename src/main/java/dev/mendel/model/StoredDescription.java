package dev.mendel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mendel.json.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of `model.json` that it takes to ask the model.
record StoredDescription(NetworkForm network, String sha256) {
    static StoredDescription read(Path folder) throws ModelException {
        Path file = folder.resolve(ModelFolder.DESCRIPTION);
        if (!Files.isRegularFile(file)) {
            String found =
                    Files.isDirectory(folder) ? "holds no model: it has no " + file.getFileName() : "is no folder";
            throw new ModelException(folder + ": " + found + "; allowed is a folder that `mendel model` has written");
        }
        try {
            return of(JsonTree.parse(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    file + ":" + e.getLocation().getLineNr() + ": is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ModelException(file + ": can't be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /// @throws IllegalArgumentException if it is none
    private static StoredDescription of(JsonTree json) {
        JsonTree format = json.path("format");
        if (!format.isLong()) {
            throw new IllegalArgumentException("describes no model: it has no number \"format\"");
        }
        if (format.whole() != Description.FORMAT) {
            throw new IllegalArgumentException(
                    "has the format " + format + "; this version of Mendel reads " + Description.FORMAT);
        }
        return new StoredDescription(
                NetworkForm.of(json.path("network")), json.path("sha256").text());
    }
}
