package dev.mendel.api;

import java.util.Map;
import java.util.concurrent.CancellationException;

/// Where a [Trained] function tells how good it is on its way.
@FunctionalInterface
public interface Epochs {
    /// Tells the value after another epoch, and waits while others race: comes back when the evaluation goes
    /// on.
    ///
    /// @param value as the function's own value; a trial fails where one is looked at that is NaN or infinite
    /// @throws CancellationException if the trial has been stopped: let it through, what the function returns
    ///     does not count any more
    default void tell(double value) {
        tell(value, Map.of());
    }

    /// Tells beside the value other measures, as objectives or bounds want them; likewise.
    ///
    /// @param measures by name, finite; those told last are the trial's
    void tell(double value, Map<String, Double> measures);
}
