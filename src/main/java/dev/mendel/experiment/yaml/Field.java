package dev.mendel.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/// A field or list entry with its path, read by asking for the expected type. A fault is reported once, at its
/// place, and answered by an empty result.
///
/// @param name its own name; empty for entries of lists
/// @param path names joined by dots, entries of lists counted from 1 in brackets: `initial[2].model`
/// @param key where its name stands; of a list's entry, where it begins
public record Field(String name, String path, Place key, Node node, Faults faults) {

    /// The document as a field without a name.
    public static Field root(Node node, Faults faults) {
        return new Field("", "", node.place(), node, faults);
    }

    /// Tells a fault: at the value where that is on one line, else at the name.
    public void fault(String message) {
        faults.add(node instanceof Node.Scalar ? node.place() : key, path, message);
    }

    /// Reports that this is not of the expected type.
    ///
    /// @param allowed continues the sentence "found is not …"
    public void refuse(String allowed) {
        if (!(node instanceof Node.Faulty)) {
            boolean nothing = node instanceof Node.Scalar scalar && Literal.of(scalar) instanceof Literal.Nothing;
            fault(nothing ? "has no value; it takes " + allowed : node.shown() + " is not " + allowed);
        }
    }

    /// Whether this is a single value, neither a group nor a list.
    public boolean isScalar() {
        return node instanceof Node.Scalar;
    }

    /// The fields of a group with a fixed set of names, whose [Fields#only] is still to be checked.
    public Optional<Fields> fields(String allowed) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(new Fields(mapping, path, faults));
        }
        refuse(allowed);
        return Optional.empty();
    }

    /// The fields of a group whose names are the user's.
    public Optional<List<Field>> members(String allowed) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping.entries().stream().map(this::member).toList());
        }
        refuse(allowed);
        return Optional.empty();
    }

    /// The entries of a list.
    public Optional<List<Field>> items(String allowed) {
        if (!(node instanceof Node.Sequence sequence)) {
            refuse(allowed);
            return Optional.empty();
        }
        var items = new ArrayList<Field>();
        for (Node item : sequence.items()) {
            items.add(new Field("", item(path, items.size()), item.place(), item, faults));
        }
        return Optional.of(items);
    }

    /// The entries of a list; a single value is a list of one.
    public Optional<List<Field>> itemOrItems(String allowed) {
        return node instanceof Node.Scalar ? Optional.of(List.of(this)) : items(allowed);
    }

    /// The meaning of a word, number or flag: never [Literal.Nothing] or [Literal.Unheld].
    public Optional<Literal> literal(String allowed) {
        if (!(node instanceof Node.Scalar scalar)) {
            refuse(allowed);
            return Optional.empty();
        }
        return switch (Literal.of(scalar)) {
            case Literal.Nothing _ -> {
                refuse(allowed);
                yield Optional.empty();
            }
            case Literal.Unheld(String why) -> {
                fault(node.shown() + " is " + why);
                yield Optional.empty();
            }
            case Literal literal -> Optional.of(literal);
        };
    }

    /// The characters of a word or number as they were written.
    public Optional<String> text(String allowed) {
        return literal(allowed).map(_ -> ((Node.Scalar) node).text());
    }

    /// A whole number from `low` to `high`.
    ///
    /// @param low [Long#MIN_VALUE] for no limit
    /// @param high [Long#MAX_VALUE] where there is none
    public Optional<Long> whole(long low, long high) {
        String allowed = "a whole number"
                + (low == Long.MIN_VALUE ? "" : " from " + low)
                + (high == Long.MAX_VALUE ? "" : " to " + high);
        return filtered(
                literal(allowed),
                allowed,
                literal -> literal instanceof Literal.Whole(long number) && number >= low && number <= high
                        ? Optional.of(number)
                        : Optional.empty());
    }

    /// A number that passes a test.
    public Optional<Double> number(DoublePredicate test, String allowed) {
        return filtered(literal(allowed), allowed, literal -> switch (literal) {
            case Literal.Whole(long number) when test.test((double) number) -> Optional.of((double) number);
            case Literal.Real(double number) when test.test(number) -> Optional.of(number);
            default -> Optional.empty();
        });
    }

    /// One of an enum's constants, written in lower case; `-ize` is understood for `-ise`.
    public <E extends Enum<E>> Optional<E> word(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String allowed = "one of "
                + String.join(", ", constants.stream().map(Field::written).toList());
        return filtered(
                text(allowed),
                allowed,
                word -> constants.stream()
                        .filter(c -> written(c).equals(word) || written(c).equals(word.replaceAll("ize$", "ise")))
                        .findFirst());
    }

    /// The written form of a constant.
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <A, B> Optional<B> filtered(Optional<A> found, String allowed, Function<A, Optional<B>> meaning) {
        Optional<B> meant = found.flatMap(meaning);
        if (found.isPresent() && meant.isEmpty()) {
            refuse(allowed);
        }
        return meant;
    }

    /// The path of a field in a group.
    static String within(String path, String name) {
        String shown = name.isEmpty() ? "\"\"" : Shown.text(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /// The path of a list's entry, by its index from 0.
    static String item(String path, int index) {
        return path + "[" + (index + 1) + "]";
    }

    private Field member(Node.Entry entry) {
        return new Field(entry.name(), within(path, entry.name()), entry.place(), entry.value(), faults);
    }
}
