/// Landscapes by formulas, of some families that are hard to search in different ways. Their places, turns and
/// scales are drawn at random, so that a search is judged by hundreds of them, not by one.
@NullMarked
package dev.mendel.bench.landscape;

import org.jspecify.annotations.NullMarked;
