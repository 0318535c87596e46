/// How configurations are searched for: the contract of all strategies ([dev.mendel.search.SearchStrategy]),
/// what limits them ([dev.mendel.search.Budget]) and who watches them ([dev.mendel.search.SearchObserver]).
///
/// Third station of the data's way: a strategy asks an evaluator for outcomes and decides what to ask next.
/// Start reading at [dev.mendel.search.SearchStrategy].
@NullMarked
package dev.mendel.search;

import org.jspecify.annotations.NullMarked;
