/// The command line. One class a command; the only package that prints.
///
/// Exit codes: 0 done, 1 a bug of Mendel, 2 a mistake of the user, 130 interrupted. Start reading at
/// [dev.mendel.cli.Mendel].
@NullMarked
package dev.mendel.cli;

import org.jspecify.annotations.NullMarked;
