package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads lists of values.
final class ValueList {
    private ValueList() {}

    /// Values to choose from: at least one, all different. If one is a real number, all numbers are.
    static Optional<List<Value>> read(Field list) {
        Optional<List<Field>> items = some(list, "a list of values such as [sgd, adam]");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var read = new ArrayList<Optional<Value>>();
        items.get().forEach(item -> read.add(Values.any(item)));
        boolean real = read.stream().flatMap(Optional::stream).anyMatch(Value.Real.class::isInstance);
        var each = read.iterator();
        return Values.distinct(items.get(), _ -> each.next().map(value -> real ? Value.real(value) : value));
    }

    /// Some of the values that the hyperparameter can take: at least one, all different.
    static Optional<List<Value>> within(Field list, Hyperparameter hyperparameter) {
        return some(list, "a list of numbers such as [0.1, 0.5]")
                .flatMap(items -> Values.distinct(
                        items, item -> Values.of(item, hyperparameter).map(hyperparameter::canonical)));
    }

    private static Optional<List<Field>> some(Field list, String allowed) {
        Optional<List<Field>> items = list.items(allowed);
        if (items.isPresent() && items.get().isEmpty()) {
            list.fault("is an empty list; name at least one value");
            return Optional.empty();
        }
        return items;
    }
}
