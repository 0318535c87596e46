package dev.mendel.space;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One choice of values, canonical: hyperparameters whose condition does not hold are absent, equivalent values
/// are one. Two choices that mean the same are equal configurations. Immutable; made by [SearchSpace]. Small: a
/// run may hold millions of them.
public final class Configuration {
    private final String[] names;
    private final Value[] values;
    private final int hash;
    /// The canonical text once it has been asked for; every thread writes the same.
    private @Nullable String json;

    /// @param values by name, in the order of the space
    public Configuration(Map<String, Value> values) {
        this(values.keySet().toArray(String[]::new), values.values().toArray(Value[]::new), null);
    }

    /// @param names each once, in the order of the space
    /// @param values theirs
    /// @param json the canonical text, if it is known
    Configuration(String[] names, Value[] values, @Nullable String json) {
        this.names = names;
        this.values = values;
        this.json = json;
        int sum = 0;
        for (int i = 0; i < names.length; i++) {
            sum += spread(31 * names[i].hashCode() + values[i].hashCode());
        }
        this.hash = sum;
    }

    /// By name, in the order of the space.
    public Map<String, Value> values() {
        var map = new LinkedHashMap<String, Value>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    /// The value of a hyperparameter, if it takes part.
    public Optional<Value> find(String name) {
        int place = place(name);
        return place < 0 ? Optional.empty() : Optional.of(values[place]);
    }

    /// Whether a hyperparameter takes part.
    public boolean has(String name) {
        return place(name) >= 0;
    }

    /// The word chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no word
    public String text(String name) {
        return switch (value(name)) {
            case Value.Text(String text) -> text;
            case Value other -> throw wrong(name, other, "a word");
        };
    }

    /// The number chosen for a hyperparameter, whole or not.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no number
    public double real(String name) {
        return switch (value(name)) {
            case Value.Real(double number) -> number;
            case Value.Whole(long number) -> number;
            case Value other -> throw wrong(name, other, "a number");
        };
    }

    /// The whole number chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is no whole number
    public long whole(String name) {
        return switch (value(name)) {
            case Value.Whole(long number) -> number;
            case Value other -> throw wrong(name, other, "a whole number");
        };
    }

    /// The word chosen of [Hyperparameter#choices] or [Hyperparameter#ordered]; as [#text].
    public String choice(String name) {
        return text(name);
    }

    /// The number chosen of [Hyperparameter#integer], or of choices that are whole numbers.
    ///
    /// @throws IllegalArgumentException if it takes no part, its value is no whole number, or it is larger than
    ///     an `int`; [#whole] takes all
    public int integer(String name) {
        long number = whole(name);
        if (number != (int) number) {
            throw new IllegalArgumentException(
                    name + " is " + number + ", which is no int; take it by whole(\"" + name + "\")");
        }
        return (int) number;
    }

    /// Yes or no, as chosen for a hyperparameter.
    ///
    /// @throws IllegalArgumentException if it takes no part or its value is neither
    public boolean flag(String name) {
        return switch (value(name)) {
            case Value.Flag(boolean flag) -> flag;
            case Value other -> throw wrong(name, other, "true or false");
        };
    }

    /// The canonical text: one JSON object, names in the order of the space. Equal configurations of one space
    /// have equal texts, on every machine; trials are stored and seeded by it.
    public String json() {
        String text = json;
        if (text == null) {
            text = write();
            json = text;
        }
        return text;
    }

    /// Whether the other is a configuration of the same values, in whatever order.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Configuration configuration
                && hash == configuration.hash
                && (Arrays.equals(names, configuration.names)
                        ? Arrays.equals(values, configuration.values)
                        : values().equals(configuration.values()));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// For people: `model=both optimizer=adam learning-rate=0.001`.
    @Override
    public String toString() {
        return values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().display())
                .collect(Collectors.joining(" "));
    }

    private Value value(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in the configuration " + this));
    }

    /// Makes numbers that differ in a few bits differ in many (the finalizer of MurmurHash3): the values of a
    /// grid are so regular that their plain sums would often be the same.
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    /// The position of a name; -1 if it takes no part.
    private int place(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String write() {
        StringJoiner out = Json.object();
        for (int i = 0; i < names.length; i++) {
            out.add(Json.member(names[i], values[i]));
        }
        return out.toString();
    }

    private static IllegalArgumentException wrong(String name, Value found, String wanted) {
        return new IllegalArgumentException(name + " is " + found.display() + ", not " + wanted);
    }
}
