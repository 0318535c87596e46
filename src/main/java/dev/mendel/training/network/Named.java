package dev.mendel.training.network;

import java.util.Arrays;
import java.util.List;

/// An alternative that experiment files name by a word.
public interface Named {
    /// The name in files.
    String word();

    /// The words of all alternatives, in order.
    static <W extends Enum<W> & Named> List<String> all(Class<W> type) {
        return Arrays.stream(type.getEnumConstants()).map(Named::word).toList();
    }

    /// The alternative of that word.
    ///
    /// @throws IllegalArgumentException if there is none, naming those there are
    static <W extends Enum<W> & Named> W parse(Class<W> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(word + " is not one of " + String.join(", ", all(type))));
    }
}
