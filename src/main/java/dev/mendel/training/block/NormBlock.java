package dev.mendel.training.block;

import dev.mendel.training.network.Shape;
import dev.mendel.training.network.Slots;
import java.util.Arrays;

/// Batch normalisation, with PyTorch's momentum of 0.1 and ε of 1e-5.
final class NormBlock implements Block {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final Slots.Slot weight;
    private final Slots.Slot bias;
    private final Slots.Slot mean;
    private final Slots.Slot variance;
    private final FeatureMaps out;
    private final FeatureMaps normal;
    private final double[] centre;
    private final double[] scale;

    NormBlock(Slots.Slot weight, Slots.Slot bias, Slots.Slot mean, Slots.Slot variance, Shape shape, int capacity) {
        this.weight = weight;
        this.bias = bias;
        this.mean = mean;
        this.variance = variance;
        out = new FeatureMaps(shape, capacity);
        normal = new FeatureMaps(shape, capacity);
        centre = new double[shape.features()];
        scale = new double[shape.features()];
    }

    @Override
    public FeatureMaps forward(FeatureMaps input, Step step) {
        out.ofSize(input.samples());
        normal.ofSize(input.samples());
        switch (step.mode()) {
            case Mode.Learning _ -> measure(input, step.weights().statistics());
            case Mode.Asked _ -> recall(step.weights().statistics());
        }
        float[] learnt = step.weights().learnt();
        int channels = out.channels();
        for (int position = 0; position < out.positions(); position++) {
            float[] from = input.plane(position);
            float[] middle = normal.plane(position);
            float[] to = out.plane(position);
            for (int sample = 0; sample < out.length(); sample += channels) {
                normalise(from, middle, sample);
                transform(middle, to, sample, learnt);
            }
        }
        return out;
    }

    private void normalise(float[] from, float[] to, int sample) {
        for (int channel = 0; channel < centre.length; channel++) {
            to[sample + channel] = (float) ((from[sample + channel] - centre[channel]) * scale[channel]);
        }
    }

    private void transform(float[] from, float[] to, int sample, float[] learnt) {
        for (int channel = 0; channel < centre.length; channel++) {
            to[sample + channel] =
                    from[sample + channel] * learnt[weight.offset() + channel] + learnt[bias.offset() + channel];
        }
    }

    /// ∂x = w·s·(g − mean(g) − x̂·mean(g·x̂)).
    @Override
    public FeatureMaps backward(FeatureMaps gradient, Step step) {
        var sums = new double[out.channels()];
        var products = new double[out.channels()];
        addUp(gradient, normal, sums, products);
        double count = count();
        var meanGradient = new double[out.channels()];
        var meanProduct = new double[out.channels()];
        var factor = new double[out.channels()];
        float[] learnt = step.weights().learnt();
        for (int channel = 0; channel < out.channels(); channel++) {
            meanGradient[channel] = sums[channel] / count;
            meanProduct[channel] = products[channel] / count;
            factor[channel] = learnt[weight.offset() + channel] * scale[channel];
        }
        for (int position = 0; position < out.positions(); position++) {
            float[] here = gradient.plane(position);
            float[] middle = normal.plane(position);
            for (int sample = 0; sample < out.length(); sample += factor.length) {
                for (int channel = 0; channel < factor.length; channel++) {
                    double rest = here[sample + channel]
                            - meanGradient[channel]
                            - middle[sample + channel] * meanProduct[channel];
                    here[sample + channel] = (float) (factor[channel] * rest);
                }
            }
        }
        for (int channel = 0; channel < out.channels(); channel++) {
            step.gradient()[weight.offset() + channel] += (float) products[channel];
            step.gradient()[bias.offset() + channel] += (float) sums[channel];
        }
        return gradient;
    }

    private void measure(FeatureMaps input, float[] statistics) {
        double count = count();
        var squares = new double[out.channels()];
        addUp(input, input, centre, squares);
        Arrays.setAll(centre, channel -> centre[channel] / count);
        Arrays.fill(squares, 0);
        for (int position = 0; position < input.positions(); position++) {
            float[] plane = input.plane(position);
            for (int sample = 0; sample < input.length(); sample += squares.length) {
                for (int channel = 0; channel < squares.length; channel++) {
                    double difference = plane[sample + channel] - centre[channel];
                    squares[channel] += difference * difference;
                }
            }
        }
        for (int channel = 0; channel < out.channels(); channel++) {
            scale[channel] = 1 / Math.sqrt(squares[channel] / count + EPSILON);
            move(statistics, mean.offset() + channel, centre[channel]);
            move(statistics, variance.offset() + channel, squares[channel] / (count - 1));
        }
    }

    private static void move(float[] statistics, int place, double value) {
        statistics[place] = (float) ((1 - MOMENTUM) * statistics[place] + MOMENTUM * value);
    }

    private void recall(float[] statistics) {
        for (int channel = 0; channel < out.channels(); channel++) {
            centre[channel] = statistics[mean.offset() + channel];
            scale[channel] = 1 / Math.sqrt(statistics[variance.offset() + channel] + EPSILON);
        }
    }

    private static void addUp(FeatureMaps a, FeatureMaps b, double[] sums, double[] products) {
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int position = 0; position < a.positions(); position++) {
            float[] left = a.plane(position);
            float[] right = b.plane(position);
            for (int sample = 0; sample < a.length(); sample += sums.length) {
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += left[sample + channel];
                    products[channel] += (double) left[sample + channel] * right[sample + channel];
                }
            }
        }
    }

    private double count() {
        return (double) out.samples() * out.positions();
    }
}
