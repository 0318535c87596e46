/// The evaluation of many trials: the contract ([dev.mendel.trial.evaluate.Evaluator]), the events that it tells
/// ([dev.mendel.trial.evaluate.TrialEvent]), and its implementation by workers, whose results do not depend on the
/// number of workers. Known trials are not evaluated again.
///
/// Start reading at [dev.mendel.trial.evaluate.LocalEvaluator].
@NullMarked
package dev.mendel.trial.evaluate;

import org.jspecify.annotations.NullMarked;
