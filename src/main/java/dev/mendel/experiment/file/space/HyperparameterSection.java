package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Ordered;
import dev.mendel.space.Range;
import dev.mendel.space.Stepped;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one hyperparameter: first its values, then its other fields.
public final class HyperparameterSection {
    public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final List<String> KINDS = List.of("choices", "ordered", "integer", "real");
    private static final List<String> ALL_FIELDS =
            List.of("choices", "ordered", "integer", "real", "scale", "step", "grid", "equivalent", "default", "when");

    private final Field field;
    private final ConditionReader conditions;

    HyperparameterSection(Field field, ConditionReader conditions) {
        this.field = field;
        this.conditions = conditions;
    }

    /// The hyperparameter; empty where something is wrong with it.
    Optional<Hyperparameter> read() {
        boolean named = NAME.matcher(field.name()).matches();
        if (!named) {
            field.faults()
                    .add(
                            field.key(),
                            field.path(),
                            "is no name for a hyperparameter: up to 64 letters, digits, ., - and _, a letter first");
        }
        return field.fields("a hyperparameter such as {choices: [sgd, adam]}")
                .flatMap(this::read)
                .filter(_ -> named);
    }

    private Optional<Hyperparameter> read(Fields fields) {
        return fields.one(KINDS, ALL_FIELDS, field).flatMap(values -> read(values, fields));
    }

    private Optional<Hyperparameter> read(Field values, Fields fields) {
        fields.only(fieldsOf(values.name()));
        Optional<Hyperparameter> bare = bare(values, fields);
        Optional<Condition> condition =
                fields.find("when").map(conditions::read).orElse(Optional.of(Condition.ALWAYS));
        return bare.flatMap(known -> condition.flatMap(holds -> whole(known, fields, holds)));
    }

    private static List<String> fieldsOf(String kind) {
        return switch (kind) {
            case "choices" -> List.of(kind, "equivalent", "default", "when");
            case "ordered" -> List.of(kind, "default", "when");
            default -> List.of(kind, "scale", "step", "grid", "default", "when");
        };
    }

    /// The hyperparameter as its values alone make it, to hold everything else against.
    private Optional<Hyperparameter> bare(Field values, Fields fields) {
        // a name that is none has been told of; the values are read all the same
        String name = NAME.matcher(field.name()).matches() ? field.name() : "unnamed";
        return switch (values.name()) {
            case "choices" ->
                ValueList.read(values).map(list -> new Categorical(name, list, List.of(), Condition.ALWAYS, null));
            case "ordered" -> ValueList.read(values).map(list -> new Ordered(name, list, Condition.ALWAYS, null));
            case "integer" -> RangeReader.integer(name, values, fields);
            default -> RangeReader.real(name, values, fields);
        };
    }

    private static Optional<Hyperparameter> whole(Hyperparameter bare, Fields fields, Condition condition) {
        Optional<Value> declaredDefault = fields.find("default").flatMap(given -> Values.of(given, bare));
        return Optional.of(
                switch (bare) {
                    case Categorical h ->
                        new Categorical(
                                h.name(), h.values(), equivalent(h, fields), condition, declaredDefault.orElse(null));
                    case Ordered h -> new Ordered(h.name(), h.values(), condition, declaredDefault.orElse(null));
                    case Range h -> h.with(grid(h, fields).orElse(null), condition, declaredDefault.orElse(null));
                });
    }

    private static List<List<Value>> equivalent(Categorical choices, Fields fields) {
        return fields.find("equivalent")
                .map(given -> Equivalents.read(given, choices))
                .orElse(List.of());
    }

    private static Optional<List<Value>> grid(Hyperparameter range, Fields fields) {
        return fields.find("grid").flatMap(given -> ValueList.within(given, range));
    }

    /// The hyperparameter as the file writes it, by field.
    public static Map<String, String> write(Hyperparameter hyperparameter) {
        var fields = new LinkedHashMap<String, String>();
        switch (hyperparameter) {
            case Categorical h -> {
                fields.put(h.word(), Written.list(h.values()));
                if (!h.equivalent().isEmpty()) {
                    fields.put(
                            "equivalent",
                            h.equivalent().stream().map(Written::list).collect(Collectors.joining(", ", "[", "]")));
                }
            }
            case Ordered h -> fields.put(h.word(), Written.list(h.values()));
            case Range h -> {
                fields.put(h.word(), Written.list(List.of(h.lowest(), h.highest())));
                range(h, fields);
            }
        }
        hyperparameter.defaultValue().ifPresent(value -> fields.put("default", Written.word(value)));
        if (!hyperparameter.condition().all().isEmpty()) {
            var when = new LinkedHashMap<String, String>();
            hyperparameter
                    .condition()
                    .all()
                    .forEach(requirement -> when.put(requirement.name(), Written.list(requirement.allowed())));
            fields.put("when", Written.group(when));
        }
        return fields;
    }

    private static void range(Range range, Map<String, String> fields) {
        fields.put("scale", Field.written(range.scale()));
        if (range instanceof Stepped stepped) {
            fields.put("step", Written.word(stepped.step()));
        }
        List<Value> grid = range.gridded();
        if (grid != null) {
            fields.put("grid", Written.list(grid));
        }
    }
}
