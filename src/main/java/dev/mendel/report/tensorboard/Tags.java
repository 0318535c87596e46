package dev.mendel.report.tensorboard;

import dev.mendel.trial.Direction;

/// The names of curves. TensorBoard groups them by the word before the first `/`.
final class Tags {
    static final String SPREAD = "spread";
    static final String SECONDS = "seconds";
    static final String STOPPED = "stopped";
    static final String FAILURE = "failure";
    static final String TEST = "test/";
    static final String LOSS = "epochs/loss";

    private Tags() {}

    /// The figure that the search is about.
    static String of(Direction direction) {
        return direction.noun();
    }

    /// The group of one fold's curves.
    ///
    /// @param fold from 0
    static String fold(int fold) {
        return "fold " + (fold + 1) + "/";
    }

    /// A measure of a trial or a fold.
    static String measure(String name) {
        return "measures/" + name;
    }

    /// A measure of an epoch; one called like the loss is told apart from it.
    static String epoch(String name) {
        String tag = "epochs/" + name;
        return tag.equals(LOSS) ? "epochs/measure " + name : tag;
    }

    /// A text that the text dashboard, which reads Markdown, shows as it is.
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+.!|<>&~-])", "\\\\$1");
    }
}
