/// The evaluation of one configuration: the objective ([dev.mendel.trial.Objective]), the trial
/// ([dev.mendel.trial.Trial]), its folds and its outcome ([dev.mendel.trial.Outcome]).
///
/// Second station of the data's way: a strategy asks for configurations, each of which becomes one trial. Start
/// reading at [dev.mendel.trial.Objective].
@NullMarked
package dev.mendel.trial;

import org.jspecify.annotations.NullMarked;
