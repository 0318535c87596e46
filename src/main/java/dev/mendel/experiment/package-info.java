/// Experiments: what a user's file says, read and checked.
///
/// A file is read in two steps. [dev.mendel.experiment.yaml] makes it a tree that knows its places; the readers
/// of this package, one for each section of a file, turn the tree into an [dev.mendel.experiment.Experiment]
/// that needs no further checks, and tell everything that is wrong at once. Start reading at
/// [dev.mendel.experiment.ExperimentReader].
@NullMarked
package dev.mendel.experiment;

import org.jspecify.annotations.NullMarked;
