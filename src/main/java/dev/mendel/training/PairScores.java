package dev.mendel.training;

import dev.mendel.training.settings.PairMeasures;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The scores of a network on some pairs.
///
/// @param comparison the share of pairs whose comparison is right
/// @param firstDigit the share of first digits that are right, where the network names digits
/// @param secondDigit the share of second digits that are right, where the network names digits
/// @param loss the mean loss that training makes smaller, on these pairs
record PairScores(double comparison, OptionalDouble firstDigit, OptionalDouble secondDigit, double loss) {
    /// The scores by name, in order.
    public Map<String, Double> measures() {
        var measures = new LinkedHashMap<String, Double>();
        measures.put(PairMeasures.COMPARISON, comparison);
        firstDigit.ifPresent(share -> measures.put(PairMeasures.FIRST_DIGIT, share));
        secondDigit.ifPresent(share -> measures.put(PairMeasures.SECOND_DIGIT, share));
        measures.put(PairMeasures.LOSS, loss);
        return Collections.unmodifiableMap(measures);
    }

    /// What a network took, as measures: the processor time of its whole training, and that of answering for
    /// a thousand pairs.
    ///
    /// @param answering of a number of pairs
    static Map<String, Double> times(Duration training, Duration answering, int pairs) {
        var measures = new LinkedHashMap<String, Double>();
        measures.put(PairMeasures.TRAINING_SECONDS, training.toNanos() / 1e9);
        measures.put(PairMeasures.ANSWERING_SECONDS, answering.toNanos() / 1e9 * 1000 / pairs);
        return measures;
    }
}
