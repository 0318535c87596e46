/// One evaluation of one configuration: the question ([dev.mendel.trial.Trial]), the objective
/// ([dev.mendel.trial.Objective]), the outcome ([dev.mendel.trial.Outcome]), and the evaluation of many at once
/// without the answers depending on their number ([dev.mendel.trial.Evaluator]).
///
/// Second station of the data's way: a strategy asks for configurations, this package has each of them
/// evaluated exactly once. Start reading at [dev.mendel.trial.Objective].
@NullMarked
package dev.mendel.trial;

import org.jspecify.annotations.NullMarked;
