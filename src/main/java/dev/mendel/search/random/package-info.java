/// Random search: the baseline of every other search.
@NullMarked
package dev.mendel.search.random;

import org.jspecify.annotations.NullMarked;
