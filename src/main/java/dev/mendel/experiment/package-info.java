/// Experiments: a user's file as values that need no further checks.
///
/// Start reading at [dev.mendel.experiment.Experiment].
@NullMarked
package dev.mendel.experiment;

import org.jspecify.annotations.NullMarked;
