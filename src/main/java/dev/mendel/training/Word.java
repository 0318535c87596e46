package dev.mendel.training;

import java.util.Arrays;
import java.util.List;

/// An alternative that experiment files name by a word.
interface Word {
    /// How files write it.
    String word();

    /// The words of all alternatives, in order.
    static <W extends Enum<W> & Word> List<String> all(Class<W> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
    }

    /// The alternative of that word.
    ///
    /// @throws IllegalArgumentException if there is none, naming those there are
    static <W extends Enum<W> & Word> W parse(Class<W> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(word + " is not one of " + String.join(", ", all(type))));
    }
}
