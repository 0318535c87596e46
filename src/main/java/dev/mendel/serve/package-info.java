/// Runs as pages that follow them: a server for the browser on the same machine, which only reads.
///
/// A request passes [dev.mendel.serve.Access], is answered by [dev.mendel.serve.Router] with what a
/// [dev.mendel.serve.Topic] shows, and a [dev.mendel.serve.Watch] tells its stream of events when that has
/// changed. Start reading at [dev.mendel.serve.Server].
@NullMarked
package dev.mendel.serve;

import org.jspecify.annotations.NullMarked;
