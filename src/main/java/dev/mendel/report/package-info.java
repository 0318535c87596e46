/// The common parts of all pages and texts: the frame of a page, figures and times.
///
/// Start reading at [dev.mendel.report.Page].
@NullMarked
package dev.mendel.report;

import org.jspecify.annotations.NullMarked;
