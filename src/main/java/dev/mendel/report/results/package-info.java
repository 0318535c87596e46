/// Evaluations as tables of systems: what each came to beside what was reported of it.
///
/// Start reading at [dev.mendel.report.results.ResultsPage].
@NullMarked
package dev.mendel.report.results;

import org.jspecify.annotations.NullMarked;
