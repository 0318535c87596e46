/// JSON as it is read: texts of stores, answers of programs, files of other tools.
///
/// Start reading at [dev.mendel.json.JsonTree].
@NullMarked
package dev.mendel.json;

import org.jspecify.annotations.NullMarked;
