/// Carries an experiment out: opens its objective, its store and the runs it may take trials from, searches, and
/// writes the run's page.
///
/// Fifth station of the data's way: here an experiment, a strategy, an evaluator and a store meet.
///
/// Start reading at [dev.mendel.run.RunSession].
@NullMarked
package dev.mendel.run;

import org.jspecify.annotations.NullMarked;
