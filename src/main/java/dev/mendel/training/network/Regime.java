package dev.mendel.training.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What a training does beside going down the gradient of its losses. It decides what weights are learnt, and
/// nothing of the network that has them.
///
/// @param schedule of the learning rate
/// @param labelSmoothing the share of each truth that is spread evenly over all classes, from 0 to less than 1
/// @param augmentation of the training images
public record Regime(Schedule schedule, double labelSmoothing, Augmentation augmentation) {
    /// Nothing beside.
    public static final Regime PLAIN = new Regime(Schedule.CONSTANT, 0, Augmentation.NONE);

    public Regime {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "label smoothing is a number from 0 to less than 1, found: " + labelSmoothing);
        }
    }

    /// What differs from [#PLAIN], in the words of experiment files: `label-smoothing 0.1`.
    public List<String> parts() {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("label-smoothing", labelSmoothing);
        numbers.put("shift", augmentation.shift());
        numbers.put("rotation", augmentation.rotation());
        numbers.put("scaling", augmentation.scaling());
        numbers.put("elastic", augmentation.elastic());
        var parts = new ArrayList<String>();
        if (schedule != Schedule.CONSTANT) {
            parts.add("schedule " + schedule.word());
        }
        numbers.forEach((name, number) -> {
            if (number > 0) {
                parts.add(name + " " + number);
            }
        });
        return parts;
    }
}
