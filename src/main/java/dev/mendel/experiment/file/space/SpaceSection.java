package dev.mendel.experiment.file.space;

import dev.mendel.experiment.file.space.DeclaredSpace.Declaration;
import dev.mendel.experiment.yaml.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the section `space`.
public final class SpaceSection {
    private SpaceSection() {}

    public static Optional<DeclaredSpace> read(Field space) {
        Optional<List<Field>> fields = space.members("a group of hyperparameters");
        if (fields.isPresent() && fields.get().isEmpty()) {
            space.fault("has no hyperparameters; declare at least one");
            return Optional.empty();
        }
        return fields.map(SpaceSection::declared);
    }

    private static DeclaredSpace declared(List<Field> fields) {
        List<String> names = fields.stream().map(Field::name).toList();
        var declarations = new ArrayList<Declaration>();
        for (Field field : fields) {
            var conditions = new ConditionReader(field.name(), names, new DeclaredSpace(declarations));
            declarations.add(new Declaration(field, new HyperparameterSection(field, conditions).read()));
        }
        return new DeclaredSpace(declarations);
    }
}
