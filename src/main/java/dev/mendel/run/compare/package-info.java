/// Which runs may be compared, and the role of each: what a comparison begins with.
///
/// Start reading at [dev.mendel.run.compare.ComparableRuns].
@NullMarked
package dev.mendel.run.compare;

import org.jspecify.annotations.NullMarked;
