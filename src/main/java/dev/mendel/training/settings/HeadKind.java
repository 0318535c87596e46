package dev.mendel.training.settings;

import dev.mendel.training.network.Head;
import dev.mendel.training.network.Named;

/// The kinds of [Head] as files name them.
enum HeadKind implements Named {
    LESS_OR_EQUAL("less-or-equal"),
    LINEAR("linear"),
    PERCEPTRON("perceptron");

    private final String word;

    HeadKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// The head of this kind.
    ///
    /// @param hidden the hidden units of a perceptron; means nothing to the others
    Head head(int hidden) {
        return switch (this) {
            case LESS_OR_EQUAL -> new Head.LessOrEqual();
            case LINEAR -> new Head.Linear();
            case PERCEPTRON -> new Head.Perceptron(hidden);
        };
    }
}
