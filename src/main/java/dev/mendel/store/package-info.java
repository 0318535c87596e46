/// A run on disk: one directory, one SQLite database. The store watches a search and makes durable what
/// happened before it counts; what it kept is all that is needed to go on after an interruption, and all that
/// reports are made of.
///
/// Fourth station of the data's way. Start reading at [dev.mendel.store.RunStore], which writes, and
/// [dev.mendel.store.StoredRun], which reads.
@NullMarked
package dev.mendel.store;

import org.jspecify.annotations.NullMarked;
