/// Stored runs as event files of TensorBoard: their encoding (protocol buffers in TFRecords), the curves of a run
/// and of each trial, and the records of the HParams dashboard.
///
/// Start reading at [dev.mendel.report.tensorboard.TensorBoard].
@NullMarked
package dev.mendel.report.tensorboard;

import org.jspecify.annotations.NullMarked;
