package dev.mendel.trial;

import java.util.List;
import java.util.stream.DoubleStream;

/// What trials had come to at rungs, by their scores alone.
public final class Rungs {
    private Rungs() {}

    public static List<AtRung> of(double... scores) {
        return DoubleStream.of(scores).mapToObj(AtRung::of).toList();
    }
}
