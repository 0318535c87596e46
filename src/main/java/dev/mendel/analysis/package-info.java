/// Analysis of finished trials: the importance of hyperparameters, their interaction, the best so far. Numbers
/// only, from evaluations and their space; nothing here reads a file or knows how it will be shown.
///
/// Start reading at [dev.mendel.analysis.Importance].
@NullMarked
package dev.mendel.analysis;

import org.jspecify.annotations.NullMarked;
