package dev.mendel.training.torch;

/// Numbers with a name and a shape, outside of the engine.
public sealed interface Tensor {

    String name();

    /// The lengths of its sides, outermost first; empty for a single number.
    long[] shape();

    /// In single precision.
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    record Single(String name, long[] shape, float[] numbers) implements Tensor {}

    /// In double precision.
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared
    record Precise(String name, long[] shape, double[] numbers) implements Tensor {}
}
