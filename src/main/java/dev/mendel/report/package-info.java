/// What all pages and texts share: the frame of a page, and how figures and times are written.
///
/// Start reading at [dev.mendel.report.Page].
@NullMarked
package dev.mendel.report;

import org.jspecify.annotations.NullMarked;
