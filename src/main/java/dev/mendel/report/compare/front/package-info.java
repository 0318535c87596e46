/// Runs with several objectives compared: their fronts, on one scale, with each other and with the exact front
/// of a complete grid. [dev.mendel.report.compare.front.Compared] also decides which runs are compared by scores.
///
/// Start reading at [dev.mendel.report.compare.front.FrontComparing].
@NullMarked
package dev.mendel.report.compare.front;

import org.jspecify.annotations.NullMarked;
