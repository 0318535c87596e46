/// Stored runs for other programs: JSON and tables.
///
/// Start reading at [dev.mendel.report.export.RunJson].
@NullMarked
package dev.mendel.report.export;

import org.jspecify.annotations.NullMarked;
