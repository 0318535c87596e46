package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/// The hyperparameters that a file declares, as far as they could be read.
///
/// @param declarations in the order of the file
public record DeclaredSpace(List<Declaration> declarations) {

    /// One hyperparameter of a file.
    ///
    /// @param read empty where something is wrong with it
    public record Declaration(Field field, Optional<Hyperparameter> read) {
        String name() {
            return field.name();
        }
    }

    public DeclaredSpace {
        declarations = List.copyOf(declarations);
    }

    Optional<Declaration> find(String name) {
        return declarations.stream()
                .filter(declaration -> declaration.name().equals(name))
                .findFirst();
    }

    public List<String> names() {
        return declarations.stream().map(Declaration::name).toList();
    }

    /// The search space, where nothing was wrong.
    public SearchSpace complete() {
        return new SearchSpace(declarations.stream()
                .map(declaration -> declaration.read().orElseThrow())
                .toList());
    }
}
