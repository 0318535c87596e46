package dev.mendel.training;

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
    static final String COMPARISON = "comparison accuracy";

    /// The scores by name, in order.
    public Map<String, Double> measures() {
        var measures = new LinkedHashMap<String, Double>();
        measures.put(COMPARISON, comparison);
        firstDigit.ifPresent(share -> measures.put("first digit accuracy", share));
        secondDigit.ifPresent(share -> measures.put("second digit accuracy", share));
        measures.put("loss", loss);
        return Collections.unmodifiableMap(measures);
    }
}
