/// Evaluations as tables of systems: the result of each beside the reported one.
///
/// Start reading at [dev.mendel.report.results.ResultsPage].
@NullMarked
package dev.mendel.report.results;

import org.jspecify.annotations.NullMarked;
