/// Runs compared: with each other and with a complete grid, as a page and as Markdown. The input is a list of
/// [dev.mendel.report.compare.ComparedRun]s.
///
/// Start reading at [dev.mendel.report.compare.Comparing].
@NullMarked
package dev.mendel.report.compare;

import org.jspecify.annotations.NullMarked;
