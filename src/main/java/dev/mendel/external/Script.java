package dev.mendel.external;

import dev.mendel.external.script.Answers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings of a program that belong to its environment and its output.
///
/// @param environment variables that the program gets beside those of Mendel, by name, with placeholders as in
///     its arguments
/// @param answers how its output is understood
public record Script(Map<String, String> environment, Answers answers) {
    /// No variables and no patterns.
    public static final Script NONE = new Script(Map.of(), Answers.NUMBERS);

    public Script {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
