/// Programs that know nothing of Mendel: how their command lines and environments are made from a configuration
/// ([dev.mendel.external.script.CommandTemplate]), and what is found in a line that they write
/// ([dev.mendel.external.script.Answers]).
@NullMarked
package dev.mendel.external.script;

import org.jspecify.annotations.NullMarked;
