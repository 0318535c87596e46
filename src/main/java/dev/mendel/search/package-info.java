/// The contract of all search strategies ([dev.mendel.search.SearchStrategy]), their limits
/// ([dev.mendel.search.Budget]) and their observers ([dev.mendel.search.SearchObserver]).
///
/// Third station of the data's way: a strategy asks an evaluator for outcomes and decides what to ask next.
/// Start reading at [dev.mendel.search.SearchStrategy].
@NullMarked
package dev.mendel.search;

import org.jspecify.annotations.NullMarked;
