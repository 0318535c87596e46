package dev.mendel.experiment.file;

import dev.mendel.experiment.yaml.Literal;
import dev.mendel.experiment.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;

/// YAML as the JSON that it stands for, the way a schema is held against it.
final class JsonText {
    private JsonText() {}

    static String of(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> of(Literal.of(scalar), scalar.text());
            case Node.Sequence sequence -> of(sequence.items());
            case Node.Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> quote(entry.name()) + ":" + of(entry.value()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Node.Faulty faulty -> throw new IllegalArgumentException(faulty.place() + ": not plain YAML");
        };
    }

    private static String of(List<Node> items) {
        return items.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
    }

    private static String of(Literal literal, String written) {
        return switch (literal) {
            case Literal.Word(String text) -> quote(text);
            case Literal.Whole(long number) -> Long.toString(number);
            case Literal.Real(double number) -> Double.toString(number);
            case Literal.Flag(boolean flag) -> Boolean.toString(flag);
            case Literal.Nothing _ -> "null";
            case Literal.Unheld _ -> quote(written);
        };
    }

    private static String quote(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x20 || c == '"' || c == '\\' ? String.format("\\u%04x", c) : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
