package dev.mendel.training.block;

import java.util.Iterator;

/// Applies the step's mask.
final class DropoutBlock implements Block {
    private float[] mask = {};

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        switch (step.mode()) {
            case Mode.Learning(Iterator<float[]> masks) -> {
                mask = masks.next();
                apply(input);
            }
            case Mode.Asked _ -> {}
        }
        return input;
    }

    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        apply(gradient);
        return gradient;
    }

    /// Masks are in PyTorch's order: sample by sample, channel by channel.
    private void apply(FeatureMaps maps) {
        int positions = maps.positions();
        for (int position = 0; position < positions; position++) {
            float[] plane = maps.plane(position);
            for (int i = 0; i < maps.length(); i++) {
                plane[i] *= mask[i * positions + position];
            }
        }
    }
}
