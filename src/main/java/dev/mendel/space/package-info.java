/// The search space: hyperparameters, their conditions, rules between them, and the equality of configurations.
///
/// First station of the data's way: an experiment file becomes a [dev.mendel.space.SearchSpace], every strategy
/// turns its choices into canonical [dev.mendel.space.Configuration]s. Imports nothing of Mendel. Start reading
/// at [dev.mendel.space.SearchSpace#canonical].
@NullMarked
package dev.mendel.space;

import org.jspecify.annotations.NullMarked;
