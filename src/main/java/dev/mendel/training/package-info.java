/// The pair networks and their training: the objective that Mendel ships.
///
/// A trial's configuration becomes [dev.mendel.training.PairSettings], these say which network to build and how
/// to train it, [dev.mendel.training.PairObjective] does so for each fold. What is computed with tensors is
/// computed by PyTorch through DJL; this package is the only one that knows of either, and no tensor leaves it.
/// Start reading at [dev.mendel.training.PairObjective#evaluate].
@NullMarked
package dev.mendel.training;

import org.jspecify.annotations.NullMarked;
