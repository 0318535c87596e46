package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The layout of sections: groups and lists on one line.
public final class Written {
    private Written() {}

    /// `{name: value, name: value}` of texts as they are to stand there.
    public static String group(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// `{name: value, name: value}` of values.
    public static String values(Map<String, Value> values) {
        var words = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> words.put(name, word(value)));
        return group(words);
    }

    /// `[value, value]`.
    public static String list(List<Value> values) {
        return values.stream().map(Written::word).collect(Collectors.joining(", ", "[", "]"));
    }

    /// `[word, word]`.
    public static String words(List<String> words) {
        return words.stream().map(PlainWord::write).collect(Collectors.joining(", ", "[", "]"));
    }

    public static String number(double number) {
        return word(new Value.Real(number));
    }

    public static String word(Value value) {
        return value instanceof Value.Text(String text) ? PlainWord.write(text) : value.toString();
    }
}
