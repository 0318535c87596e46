package dev.mendel.training.settings;

import dev.mendel.training.network.Named;
import dev.mendel.training.network.Sharing;

/// The five models of the Mentha report: names for a sharing, a head and whether class losses take part.
public enum PairModel implements Named {
    /// Two towers, the likelier digits compared; trained by class losses alone.
    NAIVE("naive", Sharing.SEPARATE, HeadKind.LESS_OR_EQUAL, true),
    /// One tower for both images.
    SHARING("sharing", Sharing.SHARED, HeadKind.PERCEPTRON, false),
    /// Two towers, with class losses.
    AUXILIARY("auxiliary", Sharing.SEPARATE, HeadKind.PERCEPTRON, true),
    /// Two towers, without class losses.
    NEITHER("neither", Sharing.SEPARATE, HeadKind.PERCEPTRON, false),
    /// One tower for both images, with class losses.
    BOTH("both", Sharing.SHARED, HeadKind.PERCEPTRON, true);

    private final String word;
    private final Sharing sharing;
    private final HeadKind head;
    private final boolean auxiliary;

    PairModel(String word, Sharing sharing, HeadKind head, boolean auxiliary) {
        this.word = word;
        this.sharing = sharing;
        this.head = head;
        this.auxiliary = auxiliary;
    }

    @Override
    public String word() {
        return word;
    }

    /// The sharing of towers.
    public Sharing sharing() {
        return sharing;
    }

    /// The head.
    public HeadKind head() {
        return head;
    }

    /// Whether class losses take part.
    public boolean auxiliary() {
        return auxiliary;
    }
}
