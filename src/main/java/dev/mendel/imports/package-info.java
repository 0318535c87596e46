/// Results from elsewhere as trials of an experiment: configurations are placed in its space, and everything that
/// can't be taken is told with its place and reason.
///
/// Start reading at [dev.mendel.imports.ResultsTable].
@NullMarked
package dev.mendel.imports;

import org.jspecify.annotations.NullMarked;
