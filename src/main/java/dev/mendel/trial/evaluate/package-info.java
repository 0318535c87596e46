/// Evaluates trials: hands their folds to workers, keeps the order of results independent of the workers'
/// number, and answers known ones from memory.
///
/// Start reading at [dev.mendel.trial.evaluate.LocalEvaluator].
@NullMarked
package dev.mendel.trial.evaluate;

import org.jspecify.annotations.NullMarked;
