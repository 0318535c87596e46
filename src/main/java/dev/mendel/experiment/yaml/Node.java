package dev.mendel.experiment.yaml;

import java.util.List;
import java.util.Optional;

/// A piece of a YAML document as it was written, not yet interpreted. Immutable.
public sealed interface Node {

    /// The place of its first character.
    Place place();

    /// A word, number or text.
    record Scalar(Place place, String text, Style style) implements Node {}

    /// The style in which a scalar was written.
    enum Style {
        /// Bare: may mean a number, a flag or nothing.
        PLAIN,
        /// In quotes or as a block: a word whatever it looks like.
        QUOTED
    }

    /// A list.
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Named fields, each name once.
    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The entry of that name.
        public Optional<Entry> find(String name) {
            return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
        }
    }

    /// One field of a mapping.
    ///
    /// @param place where the name stands
    record Entry(String name, Place place, Node value) {}

    /// A node that has already been reported, and is passed over from then on.
    record Faulty(Place place) implements Node {}

    /// The node in words, for messages: a short scalar as it was written, else its kind.
    default String shown() {
        return switch (this) {
            case Scalar scalar -> Shown.scalar(scalar);
            case Sequence _ -> "a list";
            case Mapping _ -> "a group of fields";
            case Faulty _ -> "this";
        };
    }
}
