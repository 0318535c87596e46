/// Programs that know nothing of Mendel: how their command lines and environments are made from a configuration
/// ([dev.mendel.external.script.CommandTemplate]), and how their output is understood
/// ([dev.mendel.external.script.ScriptOutput]).
@NullMarked
package dev.mendel.external.script;

import org.jspecify.annotations.NullMarked;
