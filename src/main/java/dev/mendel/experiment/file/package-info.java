/// The experiment file: one class a section.
///
/// A file is read in two steps. [dev.mendel.experiment.yaml] makes it a tree that knows its places; the sections turn
/// the tree into an [dev.mendel.experiment.Experiment] that needs no further checks, and report all faults at once.
///
/// Start reading at [dev.mendel.experiment.file.ExperimentFile].
@NullMarked
package dev.mendel.experiment.file;

import org.jspecify.annotations.NullMarked;
