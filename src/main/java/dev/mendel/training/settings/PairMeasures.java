package dev.mendel.training.settings;

import java.util.ArrayList;
import java.util.List;

/// The names of what is measured of a network that compares digits.
public final class PairMeasures {
    /// The share of pairs whose comparison is right.
    public static final String COMPARISON = "comparison accuracy";
    /// The share of first digits that are right, where the network names digits.
    public static final String FIRST_DIGIT = "first digit accuracy";
    /// The share of second digits that are right, likewise.
    public static final String SECOND_DIGIT = "second digit accuracy";
    /// The mean loss that training makes smaller.
    public static final String LOSS = "loss";
    /// How many numbers a network learns.
    public static final String PARAMETERS = "parameters";
    /// The processor time of a training, in seconds.
    public static final String TRAINING_SECONDS = "training seconds";
    /// The processor time of answering for a thousand pairs, in seconds.
    public static final String ANSWERING_SECONDS = "answering seconds";

    private static final List<String> ALWAYS = List.of(COMPARISON, FIRST_DIGIT, SECOND_DIGIT, LOSS, PARAMETERS);
    private static final List<String> TIMES = List.of(TRAINING_SECONDS, ANSWERING_SECONDS);

    private PairMeasures() {}

    /// What results may have under some settings; the digits' own only where networks name them.
    public static List<String> of(DigitPairsSettings settings) {
        var names = new ArrayList<>(ALWAYS);
        if (settings.times()) {
            names.addAll(TIMES);
        }
        return names;
    }

    /// Whether results would have it if `times` was said.
    public static boolean isTime(String name) {
        return TIMES.contains(name);
    }
}
