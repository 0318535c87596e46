/// Random search: what any other search has to beat.
@NullMarked
package dev.mendel.search.random;

import org.jspecify.annotations.NullMarked;
