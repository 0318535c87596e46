package dev.mendel.experiment;

/// What is done against evaluations that fail. It does not change the result of any that works.
///
/// @param retry how often a fold that fails is evaluated again, at least 0
/// @param isolated whether trials are evaluated in processes of their own, which may crash
public record Precautions(int retry, boolean isolated) {
    /// Nothing is evaluated again, and everything in this process.
    public static final Precautions NONE = new Precautions(0, false);
}
