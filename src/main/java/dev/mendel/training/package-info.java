/// The training of pair networks: the objective that Mendel ships.
///
/// [dev.mendel.training.settings] makes a trial's configuration a [dev.mendel.training.network.PairSettings],
/// [dev.mendel.training.PairObjective] trains that network for each fold, [dev.mendel.training.compute] computes its
/// gradients. Start reading at [dev.mendel.training.PairObjective#evaluate].
@NullMarked
package dev.mendel.training;

import org.jspecify.annotations.NullMarked;
