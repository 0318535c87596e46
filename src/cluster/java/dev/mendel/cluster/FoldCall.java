package dev.mendel.cluster;

import java.io.Serializable;
import java.util.List;

/// One fold to evaluate, as it travels to a machine.
///
/// @param trial as [dev.mendel.external.TrialText] writes it
/// @param epochs as far as this
/// @param newest the largest number of a trial that the session has asked for
/// @param open the numbers of the trials up to that one whose folds may wait on machines; all others are left
record FoldCall(String trial, int fold, int epochs, long newest, List<Long> open) implements Serializable {
    FoldCall {
        open = List.copyOf(open);
    }
}
