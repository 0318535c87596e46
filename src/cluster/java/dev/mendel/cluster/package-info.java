/// Folds on a cluster of Apache Spark, and the only home of Spark. Each fold is a job of one task, so that the
/// loss of a machine costs the folds that were on it, which Spark begins anew elsewhere.
///
/// The session's process has a [dev.mendel.cluster.SparkSite], the machines a `Station` for each process.
/// Between them travel a `ShippedRun` once, and for each fold a `FoldCall` and a `FoldReply`.
///
/// Start reading at [dev.mendel.cluster.SparkPart].
@NullMarked
package dev.mendel.cluster;

import org.jspecify.annotations.NullMarked;
