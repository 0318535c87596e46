/// What trials have in common: which hyperparameters matter, how two of them play together, what was found
/// when. Numbers only, from evaluations and their space; nothing here reads a file or knows how it will be
/// shown.
///
/// Start reading at [dev.mendel.analysis.Importance].
@NullMarked
package dev.mendel.analysis;

import org.jspecify.annotations.NullMarked;
