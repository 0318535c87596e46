/// Mendel as a library: a space, a direction and a function, without files or commands
/// ([dev.mendel.api.Optimizer]), or trial by trial for those who own the loop ([dev.mendel.api.AskTell]).
/// What [dev.mendel.api.Optimizer#store] is told is kept as a run, which [dev.mendel.api.Run] reads; nothing
/// else is.
///
/// The end of the data's way for programs, as the command line is for people. Start reading at
/// [dev.mendel.api.Optimizer].
@NullMarked
package dev.mendel.api;

import org.jspecify.annotations.NullMarked;
