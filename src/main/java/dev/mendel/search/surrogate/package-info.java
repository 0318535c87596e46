/// A model of the objective that is learnt during a search: a cheap stand-in, which predicts how good an
/// untried configuration is.
///
/// A strategy tells a [dev.mendel.search.surrogate.Surrogate] of every evaluation, in the order of trials, and
/// asks it which of several configurations is worth a trial. All of it is a function of those evaluations:
/// nothing is random, so a search that goes on from a checkpoint learns the same as one without interruption.
/// Start reading at [dev.mendel.search.surrogate.Surrogate].
@NullMarked
package dev.mendel.search.surrogate;

import org.jspecify.annotations.NullMarked;
