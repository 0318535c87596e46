package dev.mendel.imports;

import dev.mendel.experiment.yaml.Place;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.List;
import java.util.Optional;

/// A value as it is given elsewhere.
///
/// @param place where it stands
/// @param shown the value as it stands there, for people
/// @param meanings the values that it can mean, the likeliest first; empty where it can't be read
record Given(Place place, String shown, List<Value> meanings) {

    /// The first of its meanings that the hyperparameter can take.
    Optional<Value> as(Hyperparameter hyperparameter) {
        return meanings.stream().filter(hyperparameter::contains).findFirst();
    }
}
