package dev.mendel.experiment.yaml;

/// A mistake in a file: its place, what was found, what is allowed. [#toString] is the line a user reads:
/// `experiments/x.yaml:14: space.learning-rate.low: 0.0 is not > 0 (log scale)`.
///
/// @param field the path of the field, names joined by dots; empty where the mistake concerns no field
/// @param message what was found and what is allowed, one sentence
public record Fault(Place place, String field, String message) {
    public Fault {
        message = Shown.message(message);
    }

    @Override
    public String toString() {
        boolean told = field.isEmpty() || place.equals(new Place.OnCommandLine(field));
        return place + ": " + (told ? "" : field + ": ") + message;
    }
}
