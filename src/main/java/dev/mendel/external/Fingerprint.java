package dev.mendel.external;

import dev.mendel.external.script.Answers;
import dev.mendel.trial.ObjectiveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells one objective from another, as far as it can be seen from outside: SHA-256, in hexadecimal digits.
public final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Of a command: its words, environment and patterns. The files that the program itself reads are unknown.
    public static String of(CommandSettings settings) {
        var fingerprint = new Fingerprint();
        settings.command().forEach(fingerprint::add);
        settings.script().environment().forEach((name, text) -> {
            fingerprint.add("environment");
            fingerprint.add(name);
            fingerprint.add(text);
        });
        Answers answers = settings.script().answers();
        fingerprint.add("answer", answers.answer());
        fingerprint.add("epoch", answers.epoch());
        return fingerprint.hex();
    }

    /// Of a class: its name, its source, and all that is in its jars.
    ///
    /// @throws ObjectiveException if they can't be read
    public static String of(JavaSettings settings) throws ObjectiveException {
        var fingerprint = new Fingerprint();
        fingerprint.add(settings.type());
        Path source = settings.source();
        if (source != null) {
            fingerprint.add(source);
        }
        for (Path jar : settings.jars()) {
            try (Stream<Path> files = Files.walk(jar)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    fingerprint.digest.update(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new ObjectiveException("objective.jar: " + jar + " can't be read: " + e.getMessage(), e);
            }
        }
        return fingerprint.hex();
    }

    /// Nothing where there is no pattern, as for the commands of earlier versions.
    private void add(String key, @Nullable String pattern) {
        if (pattern != null) {
            add(key);
            add(pattern);
        }
    }

    private void add(Path source) throws ObjectiveException {
        try {
            digest.update(Files.readAllBytes(source));
        } catch (IOException e) {
            throw new ObjectiveException("objective.java: " + source + " can't be read: " + e.getMessage(), e);
        }
    }

    private void add(String word) {
        digest.update((word + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
