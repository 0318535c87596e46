/// One evaluation of one configuration: what is asked ([dev.mendel.trial.Trial]), who answers
/// ([dev.mendel.trial.Objective]), what came out ([dev.mendel.trial.Outcome]), and how many of them are
/// evaluated at once without the answers depending on it ([dev.mendel.trial.Evaluator]).
///
/// Second station of the data's way: a strategy asks for configurations, this package has each of them
/// evaluated exactly once. Start reading at [dev.mendel.trial.Objective].
@NullMarked
package dev.mendel.trial;

import org.jspecify.annotations.NullMarked;
