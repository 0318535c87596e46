/// What a search has learnt about its space: a cheap stand-in for the objective, which says of a configuration
/// that was never tried how good it may be.
///
/// A strategy tells a [dev.mendel.search.surrogate.Surrogate] of every evaluation, in the order of trials, and
/// asks it which of several configurations is worth a trial. All of it is a function of what it was told:
/// nothing is random, so a search that goes on from a checkpoint learns what it would have known. Start reading
/// at [dev.mendel.search.surrogate.Surrogate].
@NullMarked
package dev.mendel.search.surrogate;

import org.jspecify.annotations.NullMarked;
