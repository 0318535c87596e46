package dev.mendel.experiment.yaml;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/// The fields of a group, taken out by name.
public final class Fields {
    private final Node.Mapping mapping;
    private final String path;
    private final Faults faults;
    private final Set<String> misspelt = new LinkedHashSet<>();

    Fields(Node.Mapping mapping, String path, Faults faults) {
        this.mapping = mapping;
        this.path = path;
        this.faults = faults;
    }

    /// Tells of every field that is not among the allowed ones.
    public Fields only(Collection<String> allowed) {
        for (Node.Entry entry : mapping.entries()) {
            if (!allowed.contains(entry.name())) {
                misspelt.add(Nearest.to(entry.name(), allowed).orElse(""));
                String message = "is not known here" + Nearest.question(entry.name(), allowed) + "; allowed are "
                        + String.join(", ", allowed);
                faults.add(entry.place(), Field.within(path, entry.name()), message);
            }
        }
        return this;
    }

    /// The field of that name, if it is there.
    public Optional<Field> find(String name) {
        return mapping.find(name)
                .map(entry -> new Field(name, Field.within(path, name), entry.place(), entry.value(), faults));
    }

    /// The field of that name; reports it if it is missing, unless it seems to be there, misspelt.
    ///
    /// @param example an example to show
    public Optional<Field> require(String name, String example) {
        Optional<Field> field = find(name);
        if (field.isEmpty() && !misspelt.contains(name)) {
            faults.add(mapping.place(), Field.within(path, name), "is missing; write for example `" + example + "`");
        }
        return field;
    }

    /// The one field that is there of several kinds. If it is not exactly one, reports so, and which fields are
    /// not allowed; a misspelt field is reported instead of a missing one.
    ///
    /// @param owner whose fields these are
    public Optional<Field> one(List<String> kinds, Collection<String> allowed, Field owner) {
        List<Field> found = kinds.stream().flatMap(kind -> find(kind).stream()).toList();
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        only(allowed);
        if (found.size() > 1 || misspelt.isEmpty()) {
            List<String> names = found.stream().map(Field::name).toList();
            owner.fault("takes exactly one of " + String.join(", ", kinds) + "; found "
                    + (names.isEmpty() ? "none" : String.join(" and ", names)));
        }
        return Optional.empty();
    }

    /// Whether nothing was found wrong with any of these fields.
    public boolean sound(String... names) {
        for (String name : names) {
            if (misspelt.contains(name) || faults.concern(Field.within(path, name))) {
                return false;
            }
        }
        return true;
    }

    /// A whole number, or the default if it is not given.
    public long whole(String name, long low, long high, long otherwise) {
        return find(name).flatMap(field -> field.whole(low, high)).orElse(otherwise);
    }

    /// A number, or the default if it is not given.
    public double number(String name, DoublePredicate test, String allowed, double otherwise) {
        return find(name).flatMap(field -> field.number(test, allowed)).orElse(otherwise);
    }

    /// One of an enum's words, its constants in lower case, or the default if it is not given.
    public <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        return find(name).flatMap(field -> field.word(type)).orElse(otherwise);
    }
}
