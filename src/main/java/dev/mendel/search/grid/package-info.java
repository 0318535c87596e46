/// Exhaustive search of a grid.
@NullMarked
package dev.mendel.search.grid;

import org.jspecify.annotations.NullMarked;
