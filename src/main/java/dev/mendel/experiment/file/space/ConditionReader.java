package dev.mendel.experiment.file.space;

import dev.mendel.experiment.file.space.DeclaredSpace.Declaration;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the field `when` of one hyperparameter.
///
/// @param name the hyperparameter's
/// @param all the names of the space
/// @param earlier the hyperparameters that are declared before this one
record ConditionReader(String name, List<String> all, DeclaredSpace earlier) {

    /// The condition; empty where something is wrong, here or with a hyperparameter that it names.
    Optional<Condition> read(Field when) {
        Optional<List<Field>> fields = when.members("a condition such as {optimizer: [adam, adamw]}");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.get().isEmpty()) {
            when.fault("names no hyperparameter; leave it out for no condition");
            return Optional.empty();
        }
        var requirements = new ArrayList<Condition.Requirement>();
        for (Field field : fields.get()) {
            requirement(field).ifPresent(requirements::add);
        }
        return requirements.size() == fields.get().size() ? Optional.of(new Condition(requirements)) : Optional.empty();
    }

    private Optional<Condition.Requirement> requirement(Field field) {
        Optional<Declaration> parent = earlier.find(field.name());
        if (parent.isEmpty()) {
            field.faults().add(field.key(), field.path(), whyUnknown(field.name()));
            return Optional.empty();
        }
        return parent.get()
                .read()
                .flatMap(hyperparameter -> allowed(field, hyperparameter))
                .map(values -> new Condition.Requirement(field.name(), values));
    }

    private String whyUnknown(String wanted) {
        if (wanted.equals(name)) {
            return "a hyperparameter cannot depend on itself";
        }
        if (all.contains(wanted)) {
            return "is declared later; a condition names hyperparameters declared before it";
        }
        return "no such hyperparameter" + Nearest.question(wanted, earlier.names())
                + (earlier.names().isEmpty() ? "" : "; before it stand " + String.join(", ", earlier.names()));
    }

    private static Optional<List<Value>> allowed(Field field, Hyperparameter hyperparameter) {
        Optional<List<Field>> items = field.itemOrItems(hyperparameter.allowed() + ", nor a list of such values");
        if (items.isPresent() && items.get().isEmpty()) {
            field.fault("an empty list allows no value; name at least one");
            return Optional.empty();
        }
        return items.flatMap(fields -> Values.distinct(fields, item -> Values.of(item, hyperparameter)))
                .map(values -> values.stream()
                        .map(hyperparameter::canonical)
                        .distinct()
                        .toList());
    }
}
