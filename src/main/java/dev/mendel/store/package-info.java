/// A run on disk: one directory, one SQLite database. The store observes a search and makes each event durable
/// before it counts; it keeps everything needed to go on after an interruption, and to make reports.
///
/// Fourth station of the data's way. Start reading at [dev.mendel.store.RunStore], which writes, and
/// [dev.mendel.store.StoredRun], which reads.
@NullMarked
package dev.mendel.store;

import org.jspecify.annotations.NullMarked;
