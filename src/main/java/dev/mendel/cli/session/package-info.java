/// The printed account of sessions, for people or as JSON, and the order in which the runs of a group are
/// carried out.
///
/// Start reading at [dev.mendel.cli.session.SessionRunner].
@NullMarked
package dev.mendel.cli.session;

import org.jspecify.annotations.NullMarked;
