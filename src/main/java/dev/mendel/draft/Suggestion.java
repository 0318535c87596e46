package dev.mendel.draft;

import java.util.List;
import java.util.Optional;

/// A hyperparameter that is suggested.
///
/// @param name as the file names it
/// @param domain its declaration as the file writes it: `{real: [1e-4, 1], scale: log}`
/// @param words what stands for it in the command; none where it has no place there
/// @param usual the value that the program has without it, as the file writes it
/// @param comment one line for people, or empty
public record Suggestion(String name, String domain, List<String> words, Optional<String> usual, String comment) {
    public Suggestion {
        words = List.copyOf(words);
    }
}
