/// One run as a page: views of its trials, generations and failures, written as JSON into a page.
///
/// Start reading at [dev.mendel.report.run.RunReport].
@NullMarked
package dev.mendel.report.run;

import org.jspecify.annotations.NullMarked;
