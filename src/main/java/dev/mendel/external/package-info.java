/// Objectives that are not Mendel's own: any program, asked in lines of JSON
/// ([dev.mendel.external.CommandObjective]), and classes out of a user's own jars
/// ([dev.mendel.external.JavaObjective]).
///
/// They stand beside `training` on the data's way: a trial goes in, a fold's result comes out. Start reading at
/// [dev.mendel.external.CommandTalk].
@NullMarked
package dev.mendel.external;

import org.jspecify.annotations.NullMarked;
