package dev.mendel.external;

import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.FoldResult.Epoch;
import dev.mendel.trial.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The epochs that a program has told so far, by ascending number, and the objective's value after the last.
final class Curve {
    private final List<Epoch> epochs = new ArrayList<>();
    private @Nullable Double value;
    private String line = "";

    int size() {
        return epochs.size();
    }

    List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /// The number of the last epoch; -1 before the first.
    int last() {
        return epochs.isEmpty() ? -1 : epochs.getLast().number();
    }

    /// Adds an epoch, of a higher number than the last.
    ///
    /// @param told the objective's value after it, perhaps NaN; null where it has none
    /// @param written the line that told it
    void add(Epoch epoch, @Nullable Double told, String written) {
        epochs.add(epoch);
        value = told;
        line = written;
    }

    /// Replaces the last epoch by one that knows more.
    ///
    /// @param told as for [#add]; where it is null, what was told before holds
    void complete(Epoch epoch, @Nullable Double told, String written) {
        epochs.removeLast();
        add(epoch, told == null ? value : told, written);
    }

    /// Whether so many epochs are told: the last of them with its value, or one after it.
    boolean hasCome(int count) {
        return size() > count || (size() == count && value != null);
    }

    /// All that the last epoch told by name.
    private Map<String, Double> measured() {
        return epochs.isEmpty() ? Map.of() : epochs.getLast().measures();
    }

    /// The result after the last epoch.
    ///
    /// @param named which of the `values` is the objective's; null where it is under `value`
    /// @throws EvaluationException if its value is missing, or no score
    FoldResult result(@Nullable String named, Duration time) throws EvaluationException {
        Double told = value;
        if (told != null && Score.isOne(told)) {
            return new FoldResult(new Score(told), measured(), epochs, time);
        }
        String epoch = epochs.isEmpty() ? "the first epoch" : "epoch " + last();
        throw new EvaluationException(
                told == null
                        ? "it told no value after " + epoch + ", by which the evaluation could be judged, but wrote "
                                + Answer.shown(line) + "; wanted is a number as "
                                + (named == null ? "`value`" : "`values." + named + "`, as objective.value has it,")
                                + " in the line of each epoch"
                        : "after " + epoch + " " + CommandSettings.noScore(told));
    }
}
