package dev.mendel.training.network;

/// The sharing of towers between the two images of a pair.
public enum Sharing implements Named {
    /// By one tower, one after the other.
    SHARED("shared"),
    /// By a tower each.
    SEPARATE("separate"),
    /// By one tower that sees both as two channels of one image.
    JOINT("joint");

    private final String word;

    Sharing(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
